import { Suspense, lazy } from 'react';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import { EmptyState, LoadingState, formatPeriod } from '../../components';
import { useEntityTitle } from '../../components/pickers';
import { useUrlParams } from '../../url';
import { chartRange, kpiOf } from '../chartData';
import type { Selection } from '../useMetrics';

const DrillDownBody = lazy(async () => ({
  default: (await import('./DrillDownBody')).DrillDownBody,
}));

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 800,
      maxWidth: '100%',
      boxSizing: 'border-box',
      padding: theme.spacing(2, 3, 4),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    head: {
      position: 'sticky',
      top: theme.spacing(-2),
      zIndex: 3,
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      margin: theme.spacing(-2, 0, 1),
      padding: theme.spacing(1.5, 0, 1),
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    titles: { flex: 1, minWidth: 0 },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(22),
      lineHeight: 1.3,
      fontWeight: 700,
    },
    of: {
      fontSize: theme.typography.pxToRem(14),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningKpiDrillDown' },
);

const TITLE_ID = 'incident-learning-drill-down';

/** What stands behind the figure that the address names (`kpi=<id>`), over the page; Escape closes it. */
export function KpiDrillDown(props: {
  metrics: Metrics;
  selection: Selection;
  busy: boolean;
}) {
  const classes = useStyles();
  const { metrics, selection, busy } = props;
  const [params, update] = useUrlParams();
  const id = params.get('kpi');
  const kpi = id ? kpiOf(metrics, id) : undefined;
  const close = () => update({ kpi: undefined, by: undefined });
  const { from, to } = chartRange(metrics, selection.period);
  return (
    <Drawer
      anchor="right"
      open={id !== null}
      onClose={close}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': TITLE_ID,
        'aria-busy': busy,
      }}
    >
      <div className={classes.head}>
        <div className={classes.titles}>
          <h2 id={TITLE_ID} className={classes.title}>
            {kpi?.name ?? 'Figure'}
          </h2>
          <div className={classes.of}>
            <ScopeName scope={metrics.scope} />, {formatPeriod(from, to)}
          </div>
        </div>
        <IconButton aria-label="Close" onClick={close} size="small">
          <CloseIcon />
        </IconButton>
      </div>
      {kpi ? (
        <Suspense fallback={<LoadingState what={kpi.name} variant="detail" />}>
          <DrillDownBody metrics={metrics} selection={selection} kpi={kpi} />
        </Suspense>
      ) : (
        <EmptyState
          title="There is no such figure"
          description="The link names a figure that this portal does not compute. Close this to see those that there are."
        />
      )}
    </Drawer>
  );
}

function ScopeName({ scope }: { scope: string }) {
  const title = useEntityTitle(scope === 'org' ? undefined : scope);
  return <>{title || 'Whole organisation'}</>;
}
