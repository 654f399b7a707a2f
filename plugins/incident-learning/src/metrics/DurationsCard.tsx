import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ErrorState,
  LazyDurationChart,
  formatCount,
  formatQuantity,
} from '../components';
import { incidentRouteRef } from '../routes';
import {
  chartRange,
  durationMedians,
  durationPoints,
  kpiOf,
} from './chartData';
import { ChartCard } from './ChartCard';
import { DurationsSkeleton, durationsFrame } from './ChartSkeletons';
import { Points, Selection, useMetricPoints } from './useMetrics';

/** Every incident's durations as dots, with their medians. */
export function DurationsCard(props: {
  metrics: Metrics;
  selection: Selection;
}) {
  const { metrics, selection } = props;
  const points = useMetricPoints(selection);
  const incidentRoute = useRouteRef(incidentRouteRef);
  const navigate = useNavigate();
  const { data } = points;

  const chart = useMemo(
    () =>
      data && {
        points: durationPoints(data.items, id => incidentRoute({ id })),
        medians: durationMedians(metrics),
        note: noteOf(metrics, data),
        ...chartRange(metrics, selection.period, data.items),
      },
    [data, metrics, selection.period, incidentRoute],
  );

  if (points.error) {
    return (
      <ErrorState
        what="the incidents of the chart"
        error={points.error}
        onRetry={points.retry}
      />
    );
  }
  return chart ? (
    <ChartCard busy={points.loading}>
      <LazyDurationChart
        {...durationsFrame(metrics.interval)}
        {...chart}
        interval={metrics.interval}
        emptyText="No incident of this period has a time to detect, contain or resolve."
        onSelect={id => navigate(incidentRoute({ id }))}
      />
    </ChartCard>
  ) : (
    <DurationsSkeleton interval={metrics.interval} />
  );
}

/** What a reader of the chart must know: that the dots are a sample, and what has no place on the lines. */
function noteOf(metrics: Metrics, points: Points): string | undefined {
  const drawn = points.items.length;
  const undated = kpiOf(metrics, 'severity-distribution')?.undated ?? 0;
  const notes = [
    points.totalItems > drawn &&
      `The dots are a sample: ${formatCount(drawn)} of ${formatQuantity(
        points.totalItems,
        'incident',
      )}. The medians are of all.`,
    undated > 0 &&
      `${formatQuantity(undated, 'incident')} dated more coarsely than by ${
        metrics.interval
      } ${undated === 1 ? 'has' : 'have'} no part in the lines.`,
  ];
  return notes.filter(Boolean).join(' ') || undefined;
}
