import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { RiskScoring } from './RiskScoring';

/** Lets the scheduler keep scores in step; one replica at a time. */
export async function scheduleScoring(options: {
  scheduler: SchedulerService;
  scoring: RiskScoring;
}): Promise<void> {
  const { scheduler, scoring } = options;
  await scheduler.scheduleTask({
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    // The catalog of a portal that has just started knows no entities yet.
    initialDelay: { minutes: 1 },
    scope: 'global',
    id: 'incident-learning-score-incidents',
    fn: () => scoring.tick(),
  });
}
