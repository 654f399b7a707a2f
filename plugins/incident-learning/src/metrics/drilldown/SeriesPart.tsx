import { useNavigate } from 'react-router-dom';
import { LazySeriesChart } from '../../components';
import { chartRange } from '../chartData';
import { describeUndated } from '../chartNotes';
import { countsIncidents, useIncidentsLink } from '../incidentsLink';
import { chartKind, intervalOf, valueName } from '../kpiTexts';
import type { DrillDownProps } from './DrillDownBody';

/** The figure over time, each bucket with its n and interval. */
export function SeriesPart(props: DrillDownProps) {
  const { kpi, metrics, selection } = props;
  const navigate = useNavigate();
  const linkOf = useIncidentsLink(metrics, selection);
  const range = chartRange(metrics, selection.period);
  return (
    <LazySeriesChart
      {...range}
      label={valueName(kpi)}
      kind={chartKind(kpi)}
      interval={metrics.interval}
      target={kpi.target === 'trend' ? undefined : kpi.target}
      note={kpi.undated > 0 ? describeUndated(metrics, 'no dot') : undefined}
      emptyText="No part of this period has data for it."
      points={kpi.series.flatMap(reading =>
        reading.value === undefined || reading.start >= range.to
          ? []
          : [
              {
                start: reading.start,
                value: reading.value,
                n: reading.n,
                ci: intervalOf(kpi.unit, reading),
              },
            ],
      )}
      onSelect={
        countsIncidents(kpi)
          ? start => navigate(linkOf({ kpi, start }))
          : undefined
      }
    />
  );
}
