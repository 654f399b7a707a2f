import {
  FigureTile,
  LazySparkline,
  formatCount,
  formatQuantity,
} from '../components';
import { kpiOf } from './chartData';
import { useIncidentsLink } from './incidentsLink';
import type { TileProps } from './KpiTile';
import type { Selection } from './useMetrics';

const DEFINITION =
  'Incidents by the time they were detected or, where that is not known, declared, occurred or recorded, in UTC. One that touched several entities counts once; drills never count.';

/** How many incidents there were: that n behind every other figure. */
export function IncidentsTile(props: TileProps & { selection: Selection }) {
  const { metrics, range, comparable, selection } = props;
  const linkOf = useIncidentsLink(metrics, selection);
  const severities = kpiOf(metrics, 'severity-distribution');
  return (
    <FigureTile
      name="Incidents"
      headingLevel="h4"
      to={linkOf({})}
      definition={DEFINITION}
      value={formatCount(metrics.incidents)}
      secondary={
        comparable && severities
          ? `${formatQuantity(
              severities.previous.n,
              'incident',
            )} in the period before`
          : undefined
      }
      counts={{ n: metrics.incidents, undated: severities?.undated }}
      sparkline={
        <LazySparkline
          label="Incidents"
          kind="number"
          interval={metrics.interval}
          points={(severities?.series ?? [])
            .filter(({ start }) => start < range.to)
            .map(({ start, n }) => ({
              start,
              value: n,
              n,
            }))}
          {...range}
        />
      }
    />
  );
}
