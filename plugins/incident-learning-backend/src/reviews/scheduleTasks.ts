import {
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import type { Reviews } from './createReviews';

const KEY = 'incidentLearning.reviews.schedule';

const EVERY_MINUTE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  // The catalog of a portal that has just started knows nobody yet.
  initialDelay: { minutes: 1 },
};

/** Lets the scheduler look for incidents to review and for people to remind; one replica at a time. */
export async function scheduleReviewTasks(options: {
  config: RootConfigService;
  scheduler: SchedulerService;
  reviews: Pick<Reviews, 'scheduling' | 'requests'>;
}): Promise<void> {
  const { config, scheduler, reviews } = options;
  const schedule = config.has(KEY)
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig(KEY),
      )
    : EVERY_MINUTE;
  await scheduler.scheduleTask({
    ...schedule,
    scope: 'global',
    id: 'incident-learning-schedule-reviews',
    fn: async () => {
      await reviews.scheduling.run();
    },
  });
  await scheduler.scheduleTask({
    ...schedule,
    scope: 'global',
    id: 'incident-learning-remind-participants',
    fn: () => reviews.requests.sendDue(),
  });
}
