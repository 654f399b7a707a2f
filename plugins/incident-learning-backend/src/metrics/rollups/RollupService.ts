import type {
  BackstageCredentials,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  RollupStatus,
  metricsMaintainPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../../access';
import type { MetricRollups } from './MetricRollups';
import { ROLLUP_TASKS } from './scheduleRollups';

interface Call {
  credentials: BackstageCredentials;
}

export interface RollupServiceOptions {
  rollups: MetricRollups;
  access: IncidentAccess;
  scheduler: SchedulerService;
}

/** What operators can do about the rollups. Builds and checks run as tasks, one replica at a time. */
export class RollupService {
  static create(options: RollupServiceOptions): RollupService {
    return new RollupService(options);
  }

  private constructor(private readonly options: RollupServiceOptions) {}

  async status(call: Call): Promise<RollupStatus> {
    await this.enter(call);
    return this.options.rollups.status();
  }

  /** @throws ConflictError when they are being built already */
  async rebuild(call: Call): Promise<void> {
    await this.enter(call);
    await this.options.scheduler.triggerTask(ROLLUP_TASKS.rebuild);
  }

  /** @throws ConflictError when they are being checked already */
  async check(call: Call): Promise<void> {
    await this.enter(call);
    await this.options.scheduler.triggerTask(ROLLUP_TASKS.check);
  }

  private async enter({ credentials }: Call): Promise<void> {
    await this.options.access.decide(metricsMaintainPermission, credentials);
  }
}
