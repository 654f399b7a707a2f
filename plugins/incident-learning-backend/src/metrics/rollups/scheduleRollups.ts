import {
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import type { MetricRollups } from './MetricRollups';

const KEY = 'incidentLearning.rollups';
const CHECK_KEY = `${KEY}.checkSchedule`;

/** The tasks' ids, by which an operator can run them at once. */
export const ROLLUP_TASKS = {
  maintain: 'incident-learning-maintain-rollups',
  rebuild: 'incident-learning-rebuild-rollups',
  check: 'incident-learning-check-rollups',
} as const;

const MAINTAIN: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  // What has been built stays: after this time another replica goes on where one has died.
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
};

const CHECK: SchedulerServiceTaskScheduleDefinition = {
  frequency: { cron: '30 3 * * *' },
  timeout: { hours: 6 },
};

/** Whether writes keep rollups in step and figures are read from them, rather than recounted each time. */
export function areRollupsEnabled(config: RootConfigService): boolean {
  return config.getOptionalBoolean(`${KEY}.enabled`) ?? true;
}

/** Lets the scheduler build, check and mend the rollups; one replica at a time. */
export async function scheduleRollups(options: {
  config: RootConfigService;
  scheduler: SchedulerService;
  rollups: MetricRollups;
}): Promise<void> {
  const { config, scheduler, rollups } = options;
  if (!areRollupsEnabled(config)) {
    await rollups.discard();
    return;
  }
  await scheduler.scheduleTask({
    ...MAINTAIN,
    scope: 'global',
    id: ROLLUP_TASKS.maintain,
    fn: () => rollups.maintain(),
  });
  await scheduler.scheduleTask({
    ...(config.has(CHECK_KEY)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(CHECK_KEY),
        )
      : CHECK),
    scope: 'global',
    id: ROLLUP_TASKS.check,
    fn: async () => {
      await rollups.check();
    },
  });
  await scheduler.scheduleTask({
    frequency: { trigger: 'manual' },
    timeout: MAINTAIN.timeout,
    scope: 'global',
    id: ROLLUP_TASKS.rebuild,
    fn: () => rollups.rebuild(),
  });
}
