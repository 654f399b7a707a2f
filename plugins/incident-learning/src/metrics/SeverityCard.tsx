import { memo, useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  Metrics,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { LazySeverityChart } from '../components';
import { incidentsRouteRef } from '../routes';
import { patchParams } from '../url';
import { ChartCard } from './ChartCard';
import { severityFrame } from './ChartSkeletons';
import { bucketDays, chartRange, severityBuckets } from './chartData';
import { describeFuture, describeUndated } from './chartNotes';
import type { Selection } from './useMetrics';

function Card(props: { metrics: Metrics; selection: Selection }) {
  const { metrics, selection } = props;
  const { scope, period } = selection;
  const incidentsRoute = useRouteRef(incidentsRouteRef);
  const navigate = useNavigate();

  const chart = useMemo(() => {
    const range = chartRange(metrics, period);
    const notes = [
      describeUndated(metrics, 'no bar'),
      describeFuture(metrics, range.to),
    ];
    return {
      ...range,
      buckets: severityBuckets(metrics, range.to),
      note: notes.filter(Boolean).join(' ') || undefined,
    };
  }, [metrics, period]);

  const openList = useCallback(
    (start: string, severity: Severity) => {
      const query = patchParams(new URLSearchParams(), {
        scope: scope === 'org' ? undefined : scope,
        severity,
        ...bucketDays(start, metrics),
      });
      navigate(`${incidentsRoute()}?${query}`);
    },
    [metrics, scope, navigate, incidentsRoute],
  );

  return (
    <ChartCard>
      <LazySeverityChart
        {...severityFrame(metrics.interval)}
        {...chart}
        interval={metrics.interval}
        onSelect={openList}
      />
    </ChartCard>
  );
}

/** Incidents by severity over time; a bar leads to the incidents it counts. */
export const SeverityCard = memo(Card);
