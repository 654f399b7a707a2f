import { ReactNode, Suspense, lazy, useDeferredValue, useMemo } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatPeriod,
  formatQuantity,
  formatTime,
} from '../components';
import type { ApiData } from '../api';
import { Period, PeriodChoice, useCompare } from '../url';
import { ChartCard } from './ChartCard';
import { DurationsSkeleton, SeveritySkeleton } from './ChartSkeletons';
import { DurationsCard } from './DurationsCard';
import { Figures, FiguresSkeleton } from './Figures';
import { SeverityCard } from './SeverityCard';
import { chartRange, kpiOf } from './chartData';
import { KpiDrillDown } from './drilldown';
import { describeRepeats } from './kpiTexts';
import {
  Measured,
  Selection,
  useLatestIncident,
  useMetricPoints,
  useMetrics,
} from './useMetrics';

const Comparisons = lazy(async () => ({
  default: (await import('./comparisons')).Comparisons,
}));

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    busy: { opacity: 0.6 },
    summary: {
      minHeight: 24,
      [theme.breakpoints.down('xs')]: { minHeight: 72 },
    },
    counted: { maxWidth: '90ch' },
  }),
  { name: 'IncidentLearningMetricsView' },
);

/** The figures and charts of a selection, or what to do where it has none. */
export function MetricsView(props: {
  selection: Selection;
  onPickPeriod: (choice: PeriodChoice) => void;
  /** Shown where the scope has no incidents at any time; told how to look again. */
  emptyState: (reload: () => void) => ReactNode;
  /** What follows the figures; left out where there is nothing to follow. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { selection, children } = props;
  const measured = useMetrics(selection);
  const isEmpty = measured.data?.metrics.incidents === 0 && !measured.loading;
  return (
    <div className={classes.root}>
      {isEmpty ? (
        <NoIncidents
          scope={selection.scope}
          onPickPeriod={props.onPickPeriod}
          emptyState={props.emptyState(measured.retry)}
        />
      ) : (
        <>
          <MetricsBody measured={measured} selection={selection} />
          {children}
        </>
      )}
    </div>
  );
}

function MetricsBody(props: {
  measured: ApiData<Measured>;
  selection: Selection;
}) {
  const { data, error, loading, retry } = props.measured;
  if (error) {
    return <ErrorState what="the figures" error={error} onRetry={retry} />;
  }
  return data ? (
    <MetricsContent {...data} busy={loading} />
  ) : (
    <MetricsSkeleton selection={props.selection} />
  );
}

/** Everything waits for the figures: they are asked for before all else, and no card is of another selection. */
function MetricsContent(props: Measured & { busy: boolean }) {
  const classes = useStyles();
  const { metrics, selection, busy } = props;
  const figures = useMemo(() => ({ metrics, selection }), [metrics, selection]);
  const points = useMetricPoints(selection);
  const [compare] = useCompare();
  // Figures stand there at once, charts a moment later: they take longer to draw.
  const card = useDeferredValue(figures);
  return (
    <div
      className={`${classes.root} ${busy ? classes.busy : ''}`}
      aria-busy={busy || card !== figures}
    >
      <Summary metrics={metrics} period={selection.period} />
      <Figures {...figures} compare={compare} />
      <DurationsCard {...card} points={points} />
      <SeverityCard {...card} />
      <Suspense fallback={<LoadingState what="more" variant="cards" />}>
        <Comparisons {...card} points={points} />
      </Suspense>
      <HowCounted timeZone={metrics.timeZone} />
      <KpiDrillDown {...figures} busy={busy} />
    </div>
  );
}

/** The period and what happened in it, in a sentence. */
function Summary(props: { metrics: Metrics; period: Period }) {
  const classes = useStyles();
  const { metrics, period } = props;
  const { from, to } = chartRange(metrics, period);
  const repeats = kpiOf(metrics, 'repeat-incident-rate');
  return (
    <Typography className={classes.summary} role="status">
      {period.choice.kind === 'all' ? 'All time' : formatPeriod(from, to)}:{' '}
      <strong>
        {describeRepeats(repeats) ??
          `${formatQuantity(metrics.incidents, 'incident')}.`}
      </strong>
    </Typography>
  );
}

function HowCounted({ timeZone }: { timeZone: string }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" className={classes.counted}>
      <strong>How is this counted?</strong> An incident belongs to the period in
      which it was detected or, where that is not known, declared, occurred or
      recorded. Days, weeks and months of the charts are those of {timeZone}.
      Drills are listed, but never counted, and an incident that touched several
      entities counts once. Durations are told by their median, since a few long
      ones would carry the mean away. What a figure leaves out stands below it.
    </Typography>
  );
}

function MetricsSkeleton(props: { selection: Selection }) {
  const classes = useStyles();
  const { interval } = props.selection.period;
  return (
    <div className={classes.root}>
      <div className={classes.summary} />
      <FiguresSkeleton />
      <DurationsSkeleton interval={interval} />
      <SeveritySkeleton interval={interval} />
    </div>
  );
}

/** Tells a quiet period from a scope in which nothing was ever recorded. */
function NoIncidents(props: {
  scope: string;
  onPickPeriod: (choice: PeriodChoice) => void;
  emptyState: ReactNode;
}) {
  const { scope, onPickPeriod, emptyState } = props;
  const { data, error, retry } = useLatestIncident(scope);
  if (error) {
    return <ErrorState what="the incidents" error={error} onRetry={retry} />;
  }
  if (!data) {
    return <FiguresSkeleton />;
  }
  if (!data.incident) {
    return <ChartCard>{emptyState}</ChartCard>;
  }
  const { periodAt, periodPrecision } = data.incident;
  return (
    <ChartCard>
      <EmptyState
        title="No incidents in this period"
        description={`The latest incident on record is of ${formatTime(
          periodAt,
          periodPrecision === 'exact' ? 'day' : periodPrecision,
        )}. Widen the period to see what there was.`}
        action={
          <Button
            variant="outlined"
            color="primary"
            onClick={() => onPickPeriod({ kind: 'all' })}
          >
            Show all time
          </Button>
        }
      />
    </ChartCard>
  );
}
