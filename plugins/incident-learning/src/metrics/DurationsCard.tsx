import { memo, useCallback, useMemo } from 'react';
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
import type { ApiData } from '../api';
import type { Points, Selection } from './useMetrics';

function Card(props: {
  metrics: Metrics;
  selection: Selection;
  points: ApiData<Points>;
}) {
  const { metrics, selection, points } = props;
  const incidentRoute = useRouteRef(incidentRouteRef);
  const navigate = useNavigate();
  const { data } = points;
  const empty = !hasDurations(metrics);
  const open = useCallback(
    (id: string) => navigate(incidentRoute({ id })),
    [navigate, incidentRoute],
  );

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
        onSelect={open}
      />
    </ChartCard>
  ) : (
    <DurationsSkeleton
      interval={metrics.interval}
      empty={empty}
      waiting={!points.loading}
    />
  );
}

/** Every incident's durations as dots, with their medians; not drawn again while others load. */
export const DurationsCard = memo(Card);
