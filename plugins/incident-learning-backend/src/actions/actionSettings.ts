import {
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { readSettings } from '../http';

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

/** How the issues of actions are followed. */
const trackersSchema = z.object({
  readEveryMinutes: z
    .number({ message: 'is no number of minutes' })
    .min(1, 'is below 1: read at most once a minute')
    .max(10_080, 'is above 10080: read at least once a week')
    .default(15),
  timeoutSeconds: z
    .number({ message: 'is no number of seconds' })
    .min(0.1, 'is below 0.1: give the tracker time to answer')
    .max(60, 'is above 60: people wait for the answer')
    .default(10),
});

/** When people are told of actions, in days. */
export type ReminderSettings = z.output<typeof settingsSchema>;

/** How the issues of actions are followed. */
export interface TrackerSettings extends z.output<typeof trackersSchema> {
  /** When those are looked for that are due. */
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** What the configuration says of actions. */
export interface ActionSettings {
  trackers: TrackerSettings;
  reminders: ReminderSettings;
  /** When digests are made. */
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** In the morning (UTC), once a day. */
const EVERY_MORNING: SchedulerServiceTaskScheduleDefinition = {
  frequency: { cron: '0 6 * * *' },
  timeout: { minutes: 30 },
};

/** Reading is conditional and in portions, so that looking often costs little. */
const EVERY_MINUTE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
};

/** @throws InputError that names each setting that is wrong */
export function readActionSettings(config: RootConfigService): ActionSettings {
  return {
    reminders: readSettings(config, KEY, settingsSchema),
    schedule: readSchedule(config, KEY) ?? EVERY_MORNING,
    trackers: {
      ...readSettings(config, `${KEY}.trackers`, trackersSchema),
      schedule: readSchedule(config, `${KEY}.trackers`) ?? EVERY_MINUTE,
    },
  };
}

function readSchedule(config: RootConfigService, key: string) {
  const schedule = `${key}.schedule`;
  return config.has(schedule)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(schedule),
      )
    : undefined;
}
