import type {
  Kpi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FigureTile, LazySparkline } from '../components';
import {
  absentReason,
  describeDetail,
  describeReading,
  describeTarget,
  headlineLabel,
  missingWhat,
} from './kpiTexts';

/** What every tile of one set of metrics takes. */
export interface TileProps {
  metrics: Metrics;
  /** The time that the sparkline spans. */
  range: { from: string; to: string };
  /** Whether there is a period before to compare with. */
  comparable: boolean;
}

/** One KPI as a tile. */
export function KpiTile(props: TileProps & { kpi: Kpi }) {
  const { kpi, metrics, range, comparable } = props;
  const { value, n } = describeReading(kpi.unit, kpi);
  return (
    <FigureTile
      name={kpi.name}
      definition={kpi.definition}
      value={value}
      valueLabel={headlineLabel(kpi)}
      secondary={describeDetail(kpi)}
      absentReason={absentReason(kpi, metrics.incidents)}
      counts={{
        n,
        missing: kpi.missing,
        invalid: kpi.invalid,
        undated: kpi.undated,
        missingWhat: missingWhat(kpi),
      }}
      previous={
        comparable ? describeReading(kpi.unit, kpi.previous) : undefined
      }
      target={describeTarget(kpi)}
      approximate={kpi.approximate}
      sparkline={
        <LazySparkline
          label={sparklineLabel(kpi)}
          kind={kpi.unit === 'ms' ? 'duration' : sparklineKind(kpi)}
          interval={metrics.interval}
          points={kpi.series.flatMap(({ start, value: reading, n: count }) =>
            reading === undefined || start >= range.to
              ? []
              : [{ start, value: reading, n: count }],
          )}
          {...range}
        />
      }
    />
  );
}

function sparklineKind({ unit }: Kpi) {
  return unit === 'share' ? 'share' : 'number';
}

function sparklineLabel(kpi: Kpi): string {
  return kpi.unit === 'ms' ? `Median ${kpi.name.toLowerCase()}` : kpi.name;
}
