import { makeStyles } from '@material-ui/core/styles';
import { MarkText } from './marks';

const MAX_WIDTH = 280;
const GAP = 12;

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'absolute',
      zIndex: 1,
      width: 'max-content',
      maxWidth: MAX_WIDTH,
      padding: theme.spacing(0.75, 1.25),
      boxSizing: 'border-box',
      pointerEvents: 'none',
      fontSize: theme.typography.pxToRem(12),
      lineHeight: 1.45,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      boxShadow: theme.shadows[3],
    },
    title: {
      fontWeight: 700,
      display: '-webkit-box',
      overflow: 'hidden',
      '-webkit-line-clamp': 2,
      '-webkit-box-orient': 'vertical',
    },
  }),
  { name: 'IncidentLearningMarkTooltip' },
);

/** What is told of a mark, beside it and within the chart's width. */
export function MarkTooltip(props: {
  x: number;
  y: number;
  width: number;
  height: number;
  text: MarkText;
}) {
  const classes = useStyles();
  const { x, y, width, height, text } = props;
  const maxWidth = Math.min(MAX_WIDTH, width);
  const left = x < width / 2;
  const above = y > height / 2;
  // Beside the mark where that fits, else moved in just enough.
  const room = left ? width - x - GAP : x - GAP;
  const overhang = Math.max(0, maxWidth - room);
  return (
    <div
      className={classes.root}
      style={{
        maxWidth,
        ...(left
          ? { left: Math.max(0, x + GAP - overhang) }
          : { right: Math.max(0, width - x + GAP - overhang) }),
        ...(above ? { bottom: height - y + GAP } : { top: y + GAP }),
      }}
      // The live region reads it out.
      aria-hidden
    >
      <div className={classes.title}>{text.title}</div>
      {text.lines.map(line => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
