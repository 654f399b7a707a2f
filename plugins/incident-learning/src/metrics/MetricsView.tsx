import { ReactNode, useDeferredValue, useMemo } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  ErrorState,
  formatPeriod,
  formatQuantity,
  formatTime,
} from '../components';
import type { ApiData } from '../api';
import { Period, PeriodChoice, useCompare } from '../url';
import { ChartCard } from './ChartCard';
import { DurationsSkeleton, SeveritySkeleton } from './ChartSkeletons';
import type { FigureAnswers } from './FigureAnswers';
import { Figures, FiguresSkeleton } from './Figures';
import { MetricsCards } from './MetricsCards';
import { chartRange, kpiOf } from './chartData';
import { KpiDrillDown } from './drilldown';
import { describeRepeats } from './kpiTexts';
import {
  Measured,
  Selection,
  useLatestIncident,
  useMetrics,
} from './useMetrics';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      // Rows of a grid overlap where a page ends among them.
      '@media print': {
        display: 'block',
        '& > *': { marginBottom: theme.spacing(2) },
      },
    },
    // Not at once: most figures are there before an eye would see it, and to pale so many of them and back takes time.
    busy: { opacity: 0.6, transition: 'opacity 100ms linear 250ms' },
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
  /** By what the page asks for figures ahead of their use. */
  answers?: FigureAnswers;
  onPickPeriod: (choice: PeriodChoice) => void;
  /** Shown where the scope has no incidents at any time; told how to look again. */
  emptyState: (reload: () => void) => ReactNode;
  /** What stands between the first figures and the charts; left out where there are no incidents. */
  children?: ReactNode;
  /** The same, and shown even where there are no incidents. */
  lasting?: ReactNode;
  /** Ways to the parts, before all else. */
  contents?: ReactNode;
  /** The address of the charts within the page. */
  chartsId?: string;
}) {
  const classes = useStyles();
  const { selection, children, chartsId } = props;
  const measured = useMetrics(selection, props.answers);
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
          {props.contents}
          <FirstFigures measured={measured} part={children ? 'lead' : 'all'} />
          {children}
        </>
      )}
      {props.lasting}
      {!isEmpty && (
        <div id={chartsId} className={classes.root}>
          {children && <RestOfFigures measured={measured} />}
          <Charts measured={measured} selection={selection} />
        </div>
      )}
    </div>
  );
}

type MeasuredProps = { measured: ApiData<Measured> };

function FirstFigures(props: MeasuredProps & { part: 'lead' | 'all' }) {
  const classes = useStyles();
  const { part } = props;
  const { data, error, loading, retry } = props.measured;
  const [compare] = useCompare();
  if (error) {
    return <ErrorState what="the figures" error={error} onRetry={retry} />;
  }
  return data ? (
    <Loaded busy={loading}>
      <Summary metrics={data.metrics} period={data.selection.period} />
      <Figures {...data} compare={compare} part={part} />
    </Loaded>
  ) : (
    <div className={classes.root}>
      <div className={classes.summary} />
      <FiguresSkeleton part={part} />
    </div>
  );
}

function RestOfFigures(props: MeasuredProps) {
  const { data, error, loading } = props.measured;
  const [compare] = useCompare();
  return data && !error ? (
    <Loaded busy={loading}>
      <Figures {...data} compare={compare} part="rest" />
    </Loaded>
  ) : null;
}

function Charts(props: MeasuredProps & { selection: Selection }) {
  const classes = useStyles();
  const { data, error, loading } = props.measured;
  const { interval } = props.selection.period;
  if (error) {
    return null;
  }
  return data ? (
    <LoadedCharts {...data} busy={loading} />
  ) : (
    <div className={classes.root}>
      <DurationsSkeleton interval={interval} />
      <SeveritySkeleton interval={interval} />
    </div>
  );
}

/** Everything waits for the figures: they are asked for before all else, and no card is of another selection. */
function LoadedCharts(props: Measured & { busy: boolean }) {
  const { metrics, selection, busy } = props;
  const figures = useMemo(() => ({ metrics, selection }), [metrics, selection]);
  // Figures stand there at once, charts a moment later: they take longer to draw.
  const card = useDeferredValue(figures);
  return (
    <Loaded busy={busy} drawing={card !== figures}>
      <MetricsCards {...card} held={busy || card !== figures} />
      <HowCounted timeZone={metrics.timeZone} />
      <KpiDrillDown {...figures} busy={busy} />
    </Loaded>
  );
}

/** Pales while what is shown is about to be replaced. */
function Loaded(props: {
  busy: boolean;
  drawing?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { busy, drawing = false, children } = props;
  return (
    <div
      className={`${classes.root} ${busy ? classes.busy : ''}`}
      aria-busy={busy || drawing}
    >
      {children}
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
