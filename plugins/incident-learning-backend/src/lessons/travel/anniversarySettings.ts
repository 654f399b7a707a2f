import type { RootConfigService } from '@backstage/backend-plugin-api';
import { SEVERITIES } from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';
import { readSettings } from '../../http';

const KEY = 'incidentLearning.lessons.anniversaries';

const settingsSchema = z.object({
  severities: z.array(z.enum(SEVERITIES)).default(['critical', 'high']),
  years: z
    .array(
      z
        .number({ message: 'is no number of years' })
        .int('is no whole number of years')
        .min(1, 'is below 1: give a number of years')
        .max(50, 'is above 50 years'),
    )
    .default([1]),
  shownForDays: z
    .number({ message: 'is no number of days' })
    .int('is no whole number of days')
    .min(1, 'is below 1: a lesson comes back for a day at least')
    .max(90, 'is above 90 days')
    .default(7),
});

/** Which lessons come back, after how many years, and for how long. */
export type AnniversarySettings = z.output<typeof settingsSchema>;

/** @throws InputError that names each setting that is wrong */
export function readAnniversarySettings(
  config: RootConfigService,
): AnniversarySettings {
  return readSettings(config, KEY, settingsSchema);
}
