import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import { ErrorState, LazyDurationChart } from '../components';
import { incidentRouteRef } from '../routes';
import {
  chartRange,
  durationMedians,
  durationPoints,
  hasDurations,
} from './chartData';
import { describeSample, describeUndated } from './chartNotes';
import { ChartCard } from './ChartCard';
import { DurationsSkeleton, durationsFrame } from './ChartSkeletons';
import { Selection, useMetricPoints } from './useMetrics';

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
  const empty = !hasDurations(metrics);

  const chart = useMemo(() => {
    if (!data) {
      return undefined;
    }
    const range = chartRange(metrics, selection.period, { points: data.items });
    const notes = [
      describeSample(data),
      empty ? undefined : describeUndated(metrics, 'no part in the lines'),
    ];
    return {
      ...range,
      points: durationPoints(data.items, id => incidentRoute({ id })),
      medians: durationMedians(metrics, range.to),
      note: notes.filter(Boolean).join(' ') || undefined,
    };
  }, [data, metrics, empty, selection.period, incidentRoute]);

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
        {...durationsFrame(metrics.interval, empty)}
        {...chart}
        interval={metrics.interval}
        emptyText="No incident of this period has a time to detect, contain or resolve."
        onSelect={id => navigate(incidentRoute({ id }))}
      />
    </ChartCard>
  ) : (
    <DurationsSkeleton interval={metrics.interval} empty={empty} />
  );
}
