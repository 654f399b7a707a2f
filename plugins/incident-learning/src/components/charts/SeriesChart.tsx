import { memo, useMemo } from 'react';
import { Theme, useTheme } from '@material-ui/core/styles';
import { scaleLinear } from '@visx/scale';
import {
  formatBucket,
  formatCount,
  formatDuration,
  formatNumber,
  formatQuantity,
  formatRange,
  formatShare,
} from '../format';
import { MARK_CONTRAST, blend, toneColor } from '../palette';
import { TimeAxis, ValueAxis } from './axes';
import { ChartFrame } from './ChartFrame';
import { seriesDefaults } from './defaults';
import { MarkSurface } from './MarkSurface';
import {
  SeriesLayout,
  hitSeries,
  layOutSeries,
  seriesLayers,
} from './seriesLayout';
import { ChartTable } from './types';
import { SeriesChartProps, SeriesPoint } from './figureTypes';

const FORMAT: Record<SeriesChartProps['kind'], (value: number) => string> = {
  duration: formatDuration,
  share: formatShare,
  number: formatNumber,
  count: formatCount,
};

/**
 * A figure over time: a dot for each bucket that has data, its 95 % interval
 * as a bar through it, its target as a line. An absent bucket is a gap.
 *
 * @public
 */
export function SeriesChart(props: SeriesChartProps) {
  const tables = useMemo(() => tablesOf(props), [props]);
  return (
    <ChartFrame
      {...seriesDefaults(props.interval)}
      {...props}
      summary={summaryOf(props)}
      tables={tables}
    >
      {size => <Drawing chart={props} {...size} />}
    </ChartFrame>
  );
}

const Plot = memo(
  ({ layout, height }: { layout: SeriesLayout; height: number }) => {
    const theme = useTheme<Theme>();
    const { left, right, bottom, points, ticks, target } = layout;
    const ink = toneColor(theme, 'info', MARK_CONTRAST);
    const pixels = scaleLinear<number>({
      domain: [0, height],
      range: [0, height],
    });
    return (
      <>
        <ValueAxis
          scale={pixels}
          left={left}
          right={right}
          ticks={ticks.map(({ y, label }) => ({ value: y, label }))}
        />
        <TimeAxis
          scale={layout.x}
          interval={layout.interval}
          anchor={layout.anchor}
          top={bottom}
          left={left}
          right={right}
        />
        {target !== undefined && (
          <line
            x1={left}
            x2={right}
            y1={target}
            y2={target}
            stroke={theme.palette.text.primary}
            strokeDasharray="6 4"
          />
        )}
        {points.map(({ start, x, band }) => (
          <path
            key={start}
            d={band && `M${x} ${band[0]}V${band[1]}`}
            stroke={blend(ink, theme.palette.background.paper, 0.45)}
            strokeWidth={5}
            strokeLinecap="round"
          />
        ))}
        <path
          d={points
            .map(
              ({ x, y, follows }) =>
                `${follows ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`,
            )
            .join('')}
          fill="none"
          stroke={ink}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
        {points.map(({ start, x, y }) => (
          <circle
            key={start}
            cx={x}
            cy={y}
            r={3.5}
            fill={ink}
            stroke={theme.palette.background.paper}
          />
        ))}
      </>
    );
  },
);

function Drawing(props: {
  chart: SeriesChartProps;
  width: number;
  height: number;
}) {
  const theme = useTheme<Theme>();
  const { chart, width, height } = props;
  const layout = useMemo(
    () => layOutSeries(chart, { width, height }),
    [chart, width, height],
  );
  const layers = useMemo(
    () => seriesLayers(layout, chart.label),
    [layout, chart.label],
  );
  const { onSelect } = chart;
  return (
    <MarkSurface
      width={width}
      height={height}
      layers={layers}
      hit={(x, y) => hitSeries(layout, layers, x, y)}
      describe={({ index }) => ({
        title: formatBucket(layout.points[index].start, chart.interval),
        lines: linesOf(layout.points[index], chart),
      })}
      onSelect={
        onSelect && (({ index }) => onSelect(layout.points[index].start))
      }
      highlight={({ x, y }) => (
        <circle
          cx={x}
          cy={y}
          r={6}
          fill="none"
          stroke={theme.palette.text.primary}
          strokeWidth={2}
        />
      )}
    >
      <Plot layout={layout} height={height} />
    </MarkSurface>
  );
}

function linesOf(point: SeriesPoint, chart: SeriesChartProps): string[] {
  const format = FORMAT[chart.kind];
  return [
    `${chart.label}: ${format(point.value)}, n ${formatCount(point.n)}`,
    ...(point.ci ? [`95 % interval ${formatRange(point.ci, format)}`] : []),
  ];
}

function tablesOf(props: SeriesChartProps): ChartTable[] {
  const { interval, points, kind, label } = props;
  const format = FORMAT[kind];
  const counted = kind === 'count';
  return [
    {
      caption: `${label} by ${interval}; a ${interval} without data is left out`,
      columns: [
        { header: interval[0].toUpperCase() + interval.slice(1) },
        { header: label, numeric: true },
        ...(counted ? [] : [{ header: '95 % interval', numeric: true }]),
        { header: 'n', numeric: true },
      ],
      rows: points.map(({ start, value, ci, n }) => ({
        key: start,
        cells: [
          formatBucket(start, interval),
          format(value),
          ...(counted ? [] : [ci ? formatRange(ci, format) : 'n too small']),
          formatCount(n),
        ],
      })),
    },
  ];
}

function summaryOf(props: SeriesChartProps): string {
  const { points, interval, kind, label } = props;
  const format = FORMAT[kind];
  if (points.length === 0) {
    return `${label}: no data.`;
  }
  const say = ({ value, start }: SeriesPoint) =>
    `${format(value)} in ${formatBucket(start, interval)}`;
  return `${label}, ${formatQuantity(
    points.length,
    interval,
  )} with data: from ${say(points[0])} to ${say(points[points.length - 1])}.`;
}
