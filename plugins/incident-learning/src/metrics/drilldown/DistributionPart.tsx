import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  Kpi,
  MetricPoint,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  DistributionRow,
  ErrorState,
  LazyDistributionChart,
  ChartSkeleton,
  formatCount,
} from '../../components';
import { incidentRouteRef } from '../../routes';
import { DurationField, durationOf } from '../chartData';
import { SeverityShift } from '../SeverityShift';
import type { ApiData } from '../../api';
import { Points, useMetricPoints, usePointsBefore } from '../useMetrics';
import type { DrillDownProps } from './DrillDownBody';
import { Part } from './Part';

/** As high as two rows of dots. */
const SKELETON_HEIGHT = 240;

/** How the values behind the figure are spread, this period and the one before; nothing for a share, which has no spread. */
export function DistributionPart(props: DrillDownProps) {
  const { kpi, selection } = props;
  const duration = durationOf(kpi.id);
  if (duration) {
    return (
      <LoadedSpread
        {...props}
        series={duration.series}
        field={duration.field}
      />
    );
  }
  return kpi.distribution ? (
    <Part
      title="Distribution"
      description="Every incident whose severity is known, as a share of its period."
    >
      <SeverityShift kpi={kpi} compare={selection.period.from !== undefined} />
    </Part>
  ) : null;
}

interface SpreadProps extends DrillDownProps {
  series: 'detect' | 'contain' | 'resolve';
  field: DurationField;
}

function LoadedSpread(props: SpreadProps) {
  const points = useMetricPoints(props.selection);
  const before = usePointsBefore(props.selection);
  return <DurationSpread {...props} points={points} before={before} />;
}

/** Every duration as a dot, this period above the one before. */
export function DurationSpread(
  props: SpreadProps & {
    points: ApiData<Points>;
    before: ApiData<Points>;
    title?: string;
  },
) {
  const { kpi, selection, series, field, title, points, before } = props;
  const incidentRoute = useRouteRef(incidentRouteRef);
  const navigate = useNavigate();
  const open = useCallback(
    (id: string) => navigate(incidentRoute({ id })),
    [navigate, incidentRoute],
  );
  const failed = [points, before].find(({ error }) => error);
  const rows = useMemo(() => {
    if (!points.data || !before.data) {
      return undefined;
    }
    const hrefOf = (id: string) => incidentRoute({ id });
    const now = rowOf('now', 'This period', kpi, points.data.items, {
      field,
      hrefOf,
    });
    return selection.period.from
      ? [
          now,
          rowOf('before', 'Period before', kpi.previous, before.data.items, {
            field,
            hrefOf,
          }),
        ]
      : [now];
  }, [points.data, before.data, kpi, field, selection, incidentRoute]);

  if (failed?.error) {
    return (
      <ErrorState
        what="the incidents of the distribution"
        error={failed.error}
        onRetry={failed.retry}
      />
    );
  }
  if (!rows) {
    return (
      <ChartSkeleton
        title={title ?? 'Distribution'}
        height={SKELETON_HEIGHT}
        waiting={!points.loading && !before.loading}
      />
    );
  }
  return (
    <LazyDistributionChart
      series={series}
      rows={rows}
      title={title ?? 'Distribution'}
      note={describeSample(rows)}
      onSelect={open}
    />
  );
}

function rowOf(
  key: string,
  label: string,
  reading: Kpi['previous'],
  points: MetricPoint[],
  options: { field: DurationField; hrefOf: (id: string) => string },
): DistributionRow {
  const { field, hrefOf } = options;
  return {
    key,
    label,
    n: reading.n,
    median: reading.stats?.median,
    p90: reading.stats?.p90,
    ci: reading.stats?.ci,
    values: points.flatMap(({ id, title, [field]: valueMs }) =>
      valueMs === undefined || valueMs < 0
        ? []
        : [{ id, label: title, valueMs, href: hrefOf(id) }],
    ),
  };
}

function describeSample(rows: DistributionRow[]): string | undefined {
  const cut = rows.filter(({ values, n }) => values.length < n);
  return cut.length > 0
    ? cut
        .map(
          ({ label, values, n }) =>
            `${label}: the dots are a sample of ${formatCount(
              values.length,
            )} of ${formatCount(n)}; the median is of all.`,
        )
        .join(' ')
    : undefined;
}
