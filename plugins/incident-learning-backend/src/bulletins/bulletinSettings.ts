import type { RootConfigService } from '@backstage/backend-plugin-api';
import { DAYS_OF_WEEK } from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';
import { readSettings } from '../http';

const KEY = 'incidentLearning.bulletin';

const settingsSchema = z.strictObject({
  day: z
    .enum(DAYS_OF_WEEK, { message: `is none of ${DAYS_OF_WEEK.join(', ')}` })
    .default('monday'),
  hour: z
    .number({ message: 'is no number: give an hour from 0 to 23' })
    .int('is no whole number: give an hour from 0 to 23')
    .min(0, 'is below 0: give an hour from 0 to 23')
    .max(23, 'is above 23: give an hour from 0 to 23')
    .default(8),
});

/** When those who follow are told, in the time zone of the metrics. */
export type BulletinSettings = z.output<typeof settingsSchema>;

/** @throws InputError that names each setting that is wrong */
export function readBulletinSettings(
  config: RootConfigService,
): BulletinSettings {
  return readSettings(config, KEY, settingsSchema);
}
