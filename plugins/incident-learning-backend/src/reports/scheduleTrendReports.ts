import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  Period,
  trendPeriod,
  trendReportLink,
  trendTitle,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { TrendSchedule, idOf, readTrendSchedules } from './trendSettings';

/** At seven in the morning of the first day of what follows. */
const CRON: Record<TrendSchedule['every'], string> = {
  month: '0 7 1 * *',
  quarter: '0 7 1 1,4,7,10 *',
};

const MONTHS: Record<TrendSchedule['every'], number> = { month: 1, quarter: 3 };

export interface ScheduleTrendReportsOptions {
  config: RootConfigService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Lets the scheduler send the reports that the configuration asks for; one replica at a time. */
export async function scheduleTrendReports(
  options: ScheduleTrendReportsOptions,
): Promise<void> {
  const { config, scheduler, now = Date.now } = options;
  for (const schedule of readTrendSchedules(config)) {
    await scheduler.scheduleTask({
      id: `incident-learning-trend-report: ${idOf(schedule)}`,
      scope: 'global',
      frequency: { cron: CRON[schedule.every] },
      timeout: { minutes: 5 },
      fn: () => send(options, schedule, lastPeriod(schedule.every, now())),
    });
  }
}

/**
 * Tells the recipients that the report is there. It carries no figure: each reader's report is made of what that reader
 * may see, and a notification is shown in many places.
 */
async function send(
  { notifications, logger }: ScheduleTrendReportsOptions,
  { scope, recipients, every }: TrendSchedule,
  period: Period,
): Promise<void> {
  const report = {
    scope,
    from: new Date(period.from).toISOString(),
    to: new Date(period.to).toISOString(),
  };
  try {
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: `Trend report of the last ${every}: ${trendTitle(report)}`,
        description: `What changed from ${trendPeriod(
          report,
        )}, what it means and what to do next.`,
        link: trendReportLink(report),
        topic: 'Incident trends',
        // One notification per report: a task that runs again renews it.
        scope: `incident-learning:trends:${scope}:${report.from}:${every}`,
      },
    });
  } catch (error) {
    logger.warn(
      `Could not send the trend report of ${scope}: is the notifications backend installed?`,
      error as Error,
    );
  }
}

/** The last whole month or quarter before a time, in UTC. */
export function lastPeriod(every: TrendSchedule['every'], at: number): Period {
  const date = new Date(at);
  const months = MONTHS[every];
  const start = Math.floor(date.getUTCMonth() / months) * months;
  return {
    from: Date.UTC(date.getUTCFullYear(), start - months, 1),
    to: Date.UTC(date.getUTCFullYear(), start, 1),
  };
}
