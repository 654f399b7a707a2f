import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import {
  KPI_IDS,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { VisuallyHidden } from '../components/VisuallyHidden';
import type { Period } from '../url';
import { chartRange } from './chartData';
import { IncidentsTile } from './IncidentsTile';
import { KpiTile } from './KpiTile';

/** Of a row of tiles in pixels, the same while it loads. */
const ROW_HEIGHT = 184;

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gap: theme.spacing(2),
      gridAutoRows: `minmax(${ROW_HEIGHT}px, auto)`,
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    },
    bone: { height: ROW_HEIGHT, borderRadius: theme.shape.borderRadius },
  }),
  { name: 'IncidentLearningFigures' },
);

/** Every figure of a selection as a tile. */
export function Figures(props: { metrics: Metrics; period: Period }) {
  const classes = useStyles();
  const { metrics, period } = props;
  const tile = {
    metrics,
    range: chartRange(metrics, period),
    comparable: period.from !== undefined,
  };
  return (
    <div className={classes.grid}>
      <IncidentsTile {...tile} />
      {metrics.kpis.map(kpi => (
        <KpiTile key={kpi.id} kpi={kpi} {...tile} />
      ))}
    </div>
  );
}

/** Stands in for the figures while they load, as high as they. */
export function FiguresSkeleton() {
  const classes = useStyles();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>Loading the figures</VisuallyHidden>
      <div className={classes.grid} aria-hidden>
        {['incidents', ...KPI_IDS].map(id => (
          <Skeleton key={id} variant="rect" className={classes.bone} />
        ))}
      </div>
    </div>
  );
}
