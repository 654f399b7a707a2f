import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { RISK_NOTES } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount, formatQuantity } from '../../components';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { formatScore } from '../parts/formatRisk';
import { DotGlyph } from './DotGlyph';
import { useSettled } from './useSettled';
import type { WhatIf } from './useWhatIf';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      [theme.breakpoints.up('sm')]: {
        gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      },
      [theme.breakpoints.up('xl')]: {
        gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
      },
    },
    tile: {
      padding: theme.spacing(1.5, 2),
      fontVariantNumeric: 'tabular-nums',
    },
    name: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 500,
      lineHeight: 1.4,
    },
    value: {
      display: 'flex',
      alignItems: 'baseline',
      flexWrap: 'wrap',
      columnGap: theme.spacing(0.75),
      fontSize: theme.typography.pxToRem(26),
      lineHeight: '38px',
      fontWeight: 700,
      letterSpacing: '-0.01em',
      whiteSpace: 'nowrap',
    },
    before: {
      fontSize: theme.typography.pxToRem(18),
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
    note: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
    notes: {
      margin: theme.spacing(1.5, 0, 0),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.warning.main}`,
      listStyle: 'none',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
  }),
  { name: 'IncidentLearningOutcome' },
);

/** The figures of a what-if, before and after. */
export function Outcome({ whatIf }: { whatIf: WhatIf }) {
  const classes = useStyles();
  const { before, after, comparison } = whatIf;
  const { becomes, ceases, moved, topTenKept } = comparison;
  const topTen = Math.min(10, before.order.length);
  return (
    <div>
      <Announcement whatIf={whatIf} />
      <div className={classes.grid}>
        <Tile
          name="Priority"
          before={formatCount(before.priorityCount)}
          value={formatCount(after.priorityCount)}
          note={`of ${formatQuantity(after.scored, 'scored incident')}`}
        />
        <Tile
          name="Become priority"
          glyph={<DotGlyph kind="becomes" />}
          value={formatCount(becomes.length)}
          note={becomes.length === 1 ? 'incident' : 'incidents'}
        />
        <Tile
          name="Cease to be priority"
          glyph={<DotGlyph kind="ceases" />}
          value={formatCount(ceases.length)}
          note={ceases.length === 1 ? 'incident' : 'incidents'}
        />
        <Tile
          name="Threshold"
          before={formatScore(before.threshold)}
          value={formatScore(after.threshold)}
          note="score"
        />
        <Tile
          name="Change their rank"
          value={formatCount(moved)}
          note={`of ${formatQuantity(after.scored, 'scored incident')}`}
        />
        <Tile
          name="Stay in the top ten"
          value={formatCount(topTenKept)}
          note={`of ${topTen}`}
        />
      </div>
      {after.notes.length > 0 && (
        <ul className={classes.notes} aria-label="Notes">
          {after.notes.map(note => (
            <li key={note}>{RISK_NOTES[note]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Tile(props: {
  name: string;
  glyph?: ReactNode;
  before?: string;
  value: string;
  note: string;
}) {
  const classes = useStyles();
  const { before, value } = props;
  const changed = before !== undefined && before !== value;
  return (
    <Paper
      variant="outlined"
      className={classes.tile}
      role="group"
      aria-label={props.name}
    >
      <p className={classes.name}>
        {props.glyph}
        {props.name}
      </p>
      <div className={classes.value}>
        {changed && (
          <span className={classes.before}>
            <VisuallyHidden>before </VisuallyHidden>
            {before} <span aria-hidden>→</span>
            <VisuallyHidden>, after </VisuallyHidden>
          </span>
        )}
        {value}
      </div>
      <p className={classes.note}>{props.note}</p>
    </Paper>
  );
}

/** Read out once a slider rests. */
function Announcement({ whatIf }: { whatIf: WhatIf }) {
  const { before, after, comparison } = useSettled(whatIf);
  return (
    <VisuallyHidden live>
      {`Priority: ${before.priorityCount} before, ${after.priorityCount} after. ${comparison.becomes.length} become priority, ${comparison.ceases.length} cease to be.`}
    </VisuallyHidden>
  );
}
