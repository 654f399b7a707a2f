import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { problemsOf, sentenceOf } from '../http';

const KEY = 'incidentLearning.actions';

const daysSchema = z
  .number({ message: 'is no number of days' })
  .int('is no whole number of days')
  .min(0, 'is below 0: give a number of days')
  .max(3650, 'is above 3650 days');

const settingsSchema = z.object({
  remindBeforeDays: z.array(daysSchema).default([7, 1]),
  remindEveryDays: daysSchema
    .min(1, 'is below 1: remind at most once a day')
    .default(1),
  escalateAfterDays: z
    .object({
      group: daysSchema.default(7),
      parent: daysSchema.default(14),
    })
    .prefault({})
    .refine(({ group, parent }) => parent >= group, {
      message: 'is before group: the parent group is told after the group',
      path: ['parent'],
    }),
});

/** When people are told of actions, in days. */
export type ReminderSettings = z.output<typeof settingsSchema>;

/** What the configuration says of actions. */
export interface ActionSettings {
  reminders: ReminderSettings;
  /** When digests are made. */
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** In the morning (UTC), once a day. */
const EVERY_MORNING: SchedulerServiceTaskScheduleDefinition = {
  frequency: { cron: '0 6 * * *' },
  timeout: { minutes: 30 },
};

/** @throws InputError that names each setting that is wrong */
export function readActionSettings(config: RootConfigService): ActionSettings {
  const parsed = settingsSchema.safeParse(config.getOptional(KEY) ?? {});
  if (!parsed.success) {
    throw new InputError(
      problemsOf(parsed.error)
        .map(problem => `${KEY}.${sentenceOf(problem)}`)
        .join('; '),
    );
  }
  const schedule = `${KEY}.schedule`;
  return {
    reminders: parsed.data,
    schedule: config.has(schedule)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(schedule),
        )
      : EVERY_MORNING,
  };
}
