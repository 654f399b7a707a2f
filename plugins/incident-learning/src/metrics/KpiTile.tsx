import type {
  Kpi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { FigureTile, LazySparkline } from '../components';
import {
  absentReason,
  chartKind,
  countOf,
  describeDetail,
  describeInterval,
  describeReading,
  headlineLabel,
  headlineOf,
  missingWhat,
  valueName,
} from './kpiTexts';
import { TargetTag, VerdictTag } from './kpiTags';

/** What every tile of one set of metrics takes. */
export interface TileProps {
  metrics: Metrics;
  /** The time that the sparkline spans. */
  range: { from: string; to: string };
  /** Whether the period before is shown. */
  comparable: boolean;
}

/** One KPI as a tile; its name opens what stands behind it. */
export function KpiTile(props: TileProps & { kpi: Kpi }) {
  const { kpi, metrics, range, comparable } = props;
  const interval = describeInterval(kpi.unit, kpi);
  return (
    <FigureTile
      name={kpi.name}
      headingLevel="h4"
      patch={{ kpi: kpi.id }}
      definition={kpi.definition}
      {...headlineOf(kpi)}
      valueLabel={headlineLabel(kpi)}
      secondary={describeDetail(kpi)}
      interval={interval && `95 % interval ${interval}`}
      absentReason={absentReason(kpi, metrics.incidents)}
      counts={{
        n: countOf(kpi.unit, kpi),
        missing: kpi.missing,
        invalid: kpi.invalid,
        undated: kpi.undated,
        missingWhat: missingWhat(kpi),
      }}
      previous={
        comparable && (kpi.verdict || kpi.previous.value !== undefined)
          ? describeReading(kpi.unit, kpi.previous)
          : undefined
      }
      tags={
        <>
          <TargetTag kpi={kpi} />
          {comparable && <VerdictTag kpi={kpi} />}
        </>
      }
      approximate={kpi.approximate}
      sparkline={
        <LazySparkline
          label={valueName(kpi)}
          kind={chartKind(kpi)}
          interval={metrics.interval}
          points={kpi.series.flatMap(({ start, value, n }) =>
            value === undefined || start >= range.to
              ? []
              : [{ start, value, n }],
          )}
          {...range}
        />
      }
    />
  );
}
