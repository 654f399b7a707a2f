import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  entityRefSchema,
  scopeSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';
import { problemsOf, sentenceOf } from '../http';

const KEY = 'incidentLearning.reports.trends';

const settingsSchema = z.array(
  z.object({
    every: z.enum(['month', 'quarter'], {
      message: 'is neither month nor quarter',
    }),
    scope: scopeSchema.default('org'),
    recipients: z
      .array(entityRefSchema)
      .min(1, 'names nobody: write the entity refs of users or groups'),
  }),
);

/** A trend report that is sent by itself. */
export type TrendSchedule = z.output<typeof settingsSchema>[number];

/** @throws InputError that names each setting that is wrong */
export function readTrendSchedules(config: RootConfigService): TrendSchedule[] {
  const parsed = settingsSchema.safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) {
    throw new InputError(
      problemsOf(parsed.error)
        .map(problem => `${KEY}.${sentenceOf(problem)}`)
        .join('; '),
    );
  }
  const ids = parsed.data.map(idOf);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `${KEY} has two reports of ${twice}: write one, with the recipients of both`,
    );
  }
  return parsed.data;
}

/** What tells one schedule from the others. */
export function idOf({ every, scope }: TrendSchedule): string {
  return `${scope}, every ${every}`;
}
