import { Theme, useTheme } from '@material-ui/core/styles';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { scaleUtc } from '@visx/scale';
import { timeTickLabels } from './buckets';

type TimeScale = ReturnType<typeof scaleUtc<number>>;
type GridScale = Parameters<typeof GridRows>[0]['scale'];

const FONT_SIZE = 11;
const LABEL_ROOM = 56;
const CRISP = { shapeRendering: 'crispEdges' } as const;

/** Colours and type of the axes, from the theme. */
export function useAxisStyle() {
  const theme = useTheme<Theme>();
  return {
    line: theme.palette.divider,
    label: {
      fill: theme.palette.text.secondary,
      fontFamily: theme.typography.fontFamily,
      fontSize: FONT_SIZE,
    },
  };
}

/** The time axis below a drawing, with as many labels as have room. */
export function TimeAxis(props: {
  scale: TimeScale;
  top: number;
  left: number;
  right: number;
}) {
  const { scale, top, left, right } = props;
  const style = useAxisStyle();
  const wanted = Math.max(2, Math.floor((right - left) / LABEL_ROOM));
  const ticks = scale
    .ticks(wanted)
    // A label at the very end would stand out of the drawing.
    .filter(tick => tick.getUTCHours() === 0 && scale(tick) <= right - 30);
  const labels = timeTickLabels(ticks);
  return (
    <AxisBottom
      top={top}
      scale={scale}
      tickValues={ticks}
      tickFormat={(_, index) => labels[index]}
      stroke={style.line}
      tickStroke={style.line}
      tickLength={16}
      tickLineProps={CRISP}
      // Beside its tick, as it names what follows: the month, the year.
      tickLabelProps={{ ...style.label, textAnchor: 'start', dx: 4, dy: -9 }}
    />
  );
}

/** Quiet lines across at the ticks, and their labels on the left. */
export function ValueAxis(props: {
  scale: GridScale;
  ticks: { value: number; label: string }[];
  left: number;
  right: number;
}) {
  const { scale, ticks, left, right } = props;
  const style = useAxisStyle();
  const values = ticks.map(tick => tick.value);
  return (
    <>
      <GridRows
        scale={scale}
        left={left}
        width={right - left}
        tickValues={values}
        stroke={style.line}
        lineStyle={CRISP}
      />
      <AxisLeft
        scale={scale}
        left={left}
        tickValues={values}
        tickFormat={(_, index) => ticks[index].label}
        hideAxisLine
        hideTicks
        tickLength={4}
        tickLabelProps={{ ...style.label, textAnchor: 'end', dy: '0.33em' }}
      />
    </>
  );
}
