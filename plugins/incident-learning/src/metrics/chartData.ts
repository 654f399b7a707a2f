import {
  Kpi,
  KpiId,
  MetricPoint,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type {
  DurationMedian,
  DurationPoint,
  DurationSeries,
  SeverityBucket,
} from '../components';
import type { Period } from '../url';

const DAY_MS = 86_400_000;

/** The field of an incident that a duration is read from. */
export type DurationField =
  | 'timeToDetectMs'
  | 'timeToContainMs'
  | 'timeToResolveMs';

interface Duration {
  series: DurationSeries;
  kpi: KpiId;
  field: DurationField;
}

const DURATIONS: Duration[] = [
  { series: 'detect', kpi: 'mttd', field: 'timeToDetectMs' },
  { series: 'contain', kpi: 'mttc', field: 'timeToContainMs' },
  { series: 'resolve', kpi: 'mttr', field: 'timeToResolveMs' },
];

/** The KPI of an id; undefined where the backend does not answer it. */
export function kpiOf(metrics: Metrics, id: string): Kpi | undefined {
  return metrics.kpis.find(kpi => kpi.id === id);
}

/** What is drawn of a KPI's durations; undefined where it has none of incidents. */
export function durationOf(kpi: string): Duration | undefined {
  return DURATIONS.find(duration => duration.kpi === kpi);
}

/** Whether any incident has a duration, be it one that cannot be true. */
export function hasDurations(metrics: Metrics): boolean {
  return DURATIONS.some(({ kpi }) => {
    const { n = 0, invalid = 0 } = kpiOf(metrics, kpi) ?? {};
    return n + invalid > 0;
  });
}

/** A dot for every duration of every incident. */
export function durationPoints(
  points: MetricPoint[],
  hrefOf: (id: string) => string,
): DurationPoint[] {
  return DURATIONS.flatMap(({ series, field }) =>
    points.flatMap(point => {
      const valueMs = point[field];
      return valueMs === undefined
        ? []
        : [
            {
              id: point.id,
              at: point.at,
              precision: point.precision,
              valueMs,
              series,
              label: point.title,
              href: hrefOf(point.id),
            },
          ];
    }),
  );
}

/** The medians of each bucket before `to` that has any. */
export function durationMedians(
  metrics: Metrics,
  to: string,
): DurationMedian[] {
  return DURATIONS.flatMap(({ series, kpi }) =>
    (kpiOf(metrics, kpi)?.series ?? []).flatMap(({ start, value, n, stats }) =>
      value === undefined || start >= to
        ? []
        : [{ series, start, value, n, ci: stats?.ci }],
    ),
  );
}

/** The counts by severity of each bucket before `to` that has incidents. */
export function severityBuckets(
  metrics: Metrics,
  to: string,
): SeverityBucket[] {
  const series = kpiOf(metrics, 'severity-distribution')?.series ?? [];
  return series.flatMap(({ start, distribution }) =>
    distribution && start < to ? [{ start, counts: distribution }] : [],
  );
}

interface ChartRangeOptions {
  /** Dots that are to be shown as well. */
  points?: MetricPoint[];
  /** Epoch milliseconds. */
  now?: number;
}

/**
 * The time that charts span: the period or, where that is open, from the first
 * thing to be shown until now, so that what is dated in the future by mistake
 * does not press everything else together.
 */
export function chartRange(
  metrics: Metrics,
  period: Period,
  { points = [], now = Date.now() }: ChartRangeOptions = {},
): { from: string; to: string } {
  const to = period.to ?? new Date(now).toISOString();
  if (period.from) {
    return { from: period.from, to };
  }
  const first = [
    ...metrics.kpis.flatMap(kpi => kpi.series.map(({ start }) => start)),
    ...points.map(({ at }) => at),
  ].reduce((earliest, at) => (at < earliest ? at : earliest), to);
  return { from: first, to };
}

/** The days of a bucket that lie within the period, as the address of a list wants them: both count. */
export function bucketDays(
  start: string,
  metrics: Pick<Metrics, 'interval' | 'from' | 'to'>,
): { from: string; until: string } {
  const first = new Date(start);
  const next = new Date(start);
  if (metrics.interval === 'month') {
    next.setUTCMonth(next.getUTCMonth() + 1);
  } else {
    next.setUTCDate(next.getUTCDate() + (metrics.interval === 'week' ? 7 : 1));
  }
  const from = Math.max(first.getTime(), Date.parse(metrics.from));
  const to = Math.min(next.getTime(), Date.parse(metrics.to));
  return { from: dayOf(from), until: dayOf(to - DAY_MS) };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
