import { Theme, useTheme } from '@material-ui/core/styles';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { scaleUtc } from '@visx/scale';
import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';
import { timeTicks } from './buckets';

type TimeScale = ReturnType<typeof scaleUtc<number>>;
type GridScale = Parameters<typeof GridRows>[0]['scale'];

const FONT_SIZE = 11;
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

/** The time axis below a drawing: ticks at starts of buckets, as many as have room for their labels. */
export function TimeAxis(props: {
  scale: TimeScale;
  interval: Interval;
  /** The start of any bucket. */
  anchor?: string;
  top: number;
  left: number;
  right: number;
}) {
  const { scale, interval, anchor, top, left, right } = props;
  const style = useAxisStyle();
  const [from, to] = scale.domain();
  const ticks = timeTicks({ from, to, interval, anchor, width: right - left });
  return (
    <AxisBottom
      top={top}
      scale={scale}
      tickValues={ticks.map(({ at }) => at)}
      tickFormat={(_, index) => ticks[index].label}
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
