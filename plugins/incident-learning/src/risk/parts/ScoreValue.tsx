import { makeStyles } from '@material-ui/core/styles';
import type { IncidentRisk } from '@hindsight/backstage-plugin-incident-learning-common';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { MARK_CONTRAST, toneColor } from '../../components/palette';
import { factorName, formatScore } from './formatRisk';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-block', minWidth: 96, lineHeight: 1.3 },
    value: { fontWeight: 500, fontVariantNumeric: 'tabular-nums' },
    note: {
      display: 'block',
      fontSize: theme.typography.pxToRem(12),
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    track: {
      display: 'block',
      marginTop: 3,
      fill: theme.palette.divider,
    },
    range: { fill: toneColor(theme, 'neutral', MARK_CONTRAST), opacity: 0.5 },
    bar: { fill: toneColor(theme, 'neutral', MARK_CONTRAST) },
    priority: { fill: toneColor(theme, 'warning', MARK_CONTRAST) },
  }),
  { name: 'IncidentLearningScoreValue' },
);

const WIDTH = 88;

/** A score as a number and a bar; where factors are not known, with all that it can be. */
export function ScoreValue({ risk }: { risk: IncidentRisk | undefined }) {
  const classes = useStyles();
  if (!risk) {
    return (
      <span className={classes.root}>
        <span aria-hidden>–</span>
        <VisuallyHidden>not scored</VisuallyHidden>
      </span>
    );
  }
  const { score, range, missing, priority } = risk;
  const { low, high } = range;
  return (
    <span className={classes.root}>
      <span className={classes.value}>
        {score === undefined ? 'No score' : formatScore(score)}
      </span>
      <svg
        className={classes.track}
        width={WIDTH}
        height={6}
        aria-hidden
        focusable={false}
      >
        <rect width={WIDTH} height={2} y={2} />
        {high > low && (
          <rect
            className={classes.range}
            x={low * WIDTH}
            width={(high - low) * WIDTH}
            height={6}
            rx={1}
          />
        )}
        {score !== undefined && (
          <rect
            className={priority ? classes.priority : classes.bar}
            x={high > low ? score * WIDTH - 1.5 : 0}
            width={high > low ? 3 : score * WIDTH}
            height={6}
            rx={1}
          />
        )}
      </svg>
      {missing.length > 0 && (
        <span
          className={classes.note}
          title={`Not known: ${missing.map(factorName).join(', ')}`}
        >
          {formatScore(low)} to {formatScore(high)}
        </span>
      )}
    </span>
  );
}
