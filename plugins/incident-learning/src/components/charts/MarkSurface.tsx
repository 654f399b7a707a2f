import { ReactNode, useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { VisuallyHidden } from '../VisuallyHidden';
import { useFrameIds } from './ChartFrame';
import { Mark, MarkLayer, MarkRef, MarkText } from './marks';
import { MarkTooltip } from './MarkTooltip';
import { useMarkWalk } from './useMarkWalk';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      borderRadius: theme.shape.borderRadius,
      // Lets the page scroll under a finger.
      touchAction: 'pan-y',
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        // Inside, as what measures the width cuts off what stands out.
        outlineOffset: -2,
      },
      '&:focus-visible $hint': { visibility: 'visible' },
      // Measured on the screen; paper is narrower.
      '@media print': {
        width: '100% !important',
        height: 'auto !important',
      },
    },
    svg: {
      display: 'block',
      overflow: 'visible',
      '@media print': { maxWidth: '100%', height: 'auto' },
    },
    hint: {
      position: 'absolute',
      right: 4,
      top: 4,
      padding: '0 6px',
      borderRadius: theme.shape.borderRadius,
      visibility: 'hidden',
      fontSize: theme.typography.pxToRem(11),
      lineHeight: '16px',
      pointerEvents: 'none',
      color: theme.palette.text.secondary,
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'IncidentLearningMarkSurface' },
);

/**
 * The drawing of a chart whose marks can be looked at one by one, by pointer
 * and by keyboard. `children` is the drawing itself: it does not depend on the
 * mark that is looked at, which `highlight` draws on top.
 */
export function MarkSurface(props: {
  width: number;
  height: number;
  layers: MarkLayer[];
  /** The mark at a place in pixels. */
  hit: (x: number, y: number) => MarkRef | undefined;
  describe: (mark: MarkRef) => MarkText;
  highlight: (mark: Mark, ref: MarkRef) => ReactNode;
  onSelect?: (mark: MarkRef) => void;
  /** Up and down stay in the stack of a mark. */
  stacked?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const hintId = useId();
  const { titleId, summaryId } = useFrameIds();
  const { width, height, layers, describe, onSelect } = props;
  const { mark, announced, surface } = useMarkWalk(props);
  const at = mark && layers[mark.layer].marks[mark.index];
  const keys = `Arrow keys: walk the marks${
    onSelect ? ' · Enter: open' : ''
  } · Esc: leave`;
  return (
    <div
      className={classes.root}
      style={{
        width,
        height,
        cursor: mark && onSelect ? 'pointer' : undefined,
      }}
      // Hands the arrow keys to the chart where a screen reader takes them.
      role="application"
      aria-roledescription="chart"
      aria-labelledby={titleId}
      aria-describedby={`${summaryId} ${hintId}`}
      {...surface}
    >
      <svg
        className={classes.svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden
        focusable={false}
      >
        {props.children}
        {mark && at && props.highlight(at, mark)}
      </svg>
      <div id={hintId} className={classes.hint}>
        {keys}
      </div>
      {mark && at && (
        <MarkTooltip
          x={at.x}
          y={at.y}
          width={width}
          height={height}
          text={describe(mark)}
        />
      )}
      <VisuallyHidden live>
        {announced && announcement(layers, announced, describe(announced))}
      </VisuallyHidden>
    </div>
  );
}

function announcement(
  layers: MarkLayer[],
  mark: MarkRef,
  text: MarkText,
): string {
  const { label, marks } = layers[mark.layer];
  return [
    text.title,
    ...text.lines,
    `${label}, ${mark.index + 1} of ${marks.length}`,
  ].join('. ');
}
