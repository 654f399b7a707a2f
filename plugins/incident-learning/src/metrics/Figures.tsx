import { ReactNode, memo, useId } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { chartRange, kpiOf } from './chartData';
import { ChangesTile } from './ChangesTile';
import { IncidentsTile } from './IncidentsTile';
import { IMPACT_KPI, groupKpis } from './kpiGroups';
import { KpiTile } from './KpiTile';
import type { Selection } from './useMetrics';

/** Of a row of tiles in pixels, the same while it loads. */
const ROW_HEIGHT = 236;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      marginBottom: theme.spacing(1),
    },
    title: {
      margin: 0,
      fontSize: theme.typography.pxToRem(18),
      lineHeight: 1.4,
      fontWeight: 700,
    },
    question: {
      fontSize: theme.typography.pxToRem(14),
    },
    grid: {
      display: 'grid',
      gap: theme.spacing(2),
      gridAutoRows: `minmax(${ROW_HEIGHT}px, auto)`,
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
      // One below the other, no tile has to be as high as its neighbour.
      [theme.breakpoints.down('xs')]: { gridAutoRows: 'auto' },
    },
    // The tile with the most words is wider than its neighbours, so that they need not be as high.
    lead: {
      [theme.breakpoints.only('lg')]: {
        gridTemplateColumns:
          'minmax(0, 1.05fr) minmax(0, 1.5fr) minmax(0, 0.8fr)',
      },
    },
    wide: { [theme.breakpoints.up('xl')]: { gridColumn: 'span 2' } },
    bone: { height: ROW_HEIGHT, borderRadius: theme.shape.borderRadius },
    headBone: { height: 25 },
  }),
  { name: 'IncidentLearningFigures' },
);

/** What comes before all else, what comes after it, or both at once. */
export type FiguresPart = 'lead' | 'rest' | 'all';

function Groups(props: {
  metrics: Metrics;
  selection: Selection;
  /** Whether the period before is shown, where there is one. */
  compare: boolean;
  part: FiguresPart;
}) {
  const { metrics, selection, compare, part } = props;
  const { period } = selection;
  const classes = useStyles();
  const tile = {
    metrics,
    range: chartRange(metrics, period),
    comparable: compare && period.from !== undefined,
  };
  const impact = kpiOf(metrics, IMPACT_KPI);
  const groups = groupKpis(metrics.kpis).filter(
    ({ leads }) => part === 'all' || leads === (part === 'lead'),
  );
  return (
    <div className={classes.root}>
      {part !== 'rest' && (
        <Group
          title="At a glance"
          question="Are we learning?"
          className={classes.lead}
        >
          {impact && <KpiTile kpi={impact} {...tile} />}
          <div className={classes.wide}>
            <ChangesTile kpis={metrics.kpis} comparable={tile.comparable} />
          </div>
          <IncidentsTile {...tile} selection={selection} />
        </Group>
      )}
      {groups.map(({ title, question, kpis }) => (
        <Group key={title} title={title} question={question}>
          {kpis.map(kpi => (
            <KpiTile key={kpi.id} kpi={kpi} {...tile} />
          ))}
        </Group>
      ))}
    </div>
  );
}

/** Figures of a selection as tiles, in groups; not drawn again while others load. */
export const Figures = memo(Groups);

function Group(props: {
  title: string;
  question?: string;
  /** Of the grid of tiles. */
  className?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {props.title}
        </h3>
        <span className={classes.question}>{props.question}</span>
      </div>
      <div className={`${classes.grid} ${props.className ?? ''}`}>
        {props.children}
      </div>
    </section>
  );
}

/** How many tiles each group has in a portal without KPIs of its own. */
const BONES: Record<FiguresPart, number[]> = {
  lead: [3, 5],
  rest: [4, 4],
  all: [3, 5, 4, 4],
};

/** Stands in for the figures while they load, as high as they. */
export function FiguresSkeleton({ part = 'all' }: { part?: FiguresPart }) {
  const classes = useStyles();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>Loading the figures</VisuallyHidden>
      <div className={classes.root} aria-hidden>
        {BONES[part].map((count, group) => (
          <div key={group}>
            <div className={classes.head}>
              <Skeleton width={120} className={classes.headBone} />
            </div>
            <div
              className={`${classes.grid} ${
                part !== 'rest' && group === 0 ? classes.lead : ''
              }`}
            >
              {Array.from({ length: count }, (_, index) => (
                <Skeleton key={index} variant="rect" className={classes.bone} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
