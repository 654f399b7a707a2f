import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatQuantity } from '../components';
import { kpiOf } from './chartData';

/** Says that some incidents are dated too coarsely for the buckets. @param what - what they lack in the chart, such as "no bar" */
export function describeUndated(
  metrics: Metrics,
  what: string,
): string | undefined {
  const undated = kpiOf(metrics, 'severity-distribution')?.undated ?? 0;
  return undated > 0
    ? `${formatQuantity(undated, 'incident')} dated more coarsely than by ${
        metrics.interval
      } ${undated === 1 ? 'has' : 'have'} ${what}.`
    : undefined;
}

/** Says that some incidents are dated in the future. @param to - where the chart ends */
export function describeFuture(
  metrics: Metrics,
  to: string,
): string | undefined {
  const future = (kpiOf(metrics, 'severity-distribution')?.series ?? [])
    .filter(({ start }) => start >= to)
    .reduce((sum, { n }) => sum + n, 0);
  return future > 0
    ? `${formatQuantity(future, 'incident')} dated in the future ${
        future === 1 ? 'is' : 'are'
      } not drawn.`
    : undefined;
}

/** Says that the dots are a sample. */
export function describeSample(points: {
  items: unknown[];
  totalItems: number;
}): string | undefined {
  const drawn = points.items.length;
  return points.totalItems > drawn
    ? `The dots are a sample: ${formatCount(drawn)} of ${formatQuantity(
        points.totalItems,
        'incident',
      )}. The medians are of all.`
    : undefined;
}
