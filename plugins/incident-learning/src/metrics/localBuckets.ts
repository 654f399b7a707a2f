import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';

/**
 * Writes the starts of buckets in a time zone as if they were of UTC, since
 * charts and names of days know no other: midnight in Berlin becomes midnight.
 */
export function toLocalStart(start: string, timeZone: string): string {
  if (timeZone === 'UTC') {
    return start;
  }
  // Swedish writes dates as ISO 8601 does.
  const local = new Date(start).toLocaleString('sv-SE', { timeZone });
  return `${local.replace(' ', 'T')}.000Z`;
}

/** Metrics whose buckets begin as `toLocalStart` writes it. */
export function withLocalBuckets(metrics: Metrics): Metrics {
  const { timeZone } = metrics;
  return timeZone === 'UTC'
    ? metrics
    : {
        ...metrics,
        kpis: metrics.kpis.map(kpi => ({
          ...kpi,
          series: kpi.series.map(reading => ({
            ...reading,
            start: toLocalStart(reading.start, timeZone),
          })),
        })),
      };
}
