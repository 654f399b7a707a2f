import { scaleLinear, scaleLog, scaleUtc } from '@visx/scale';
import {
  durationDomain,
  durationTicks,
  formatNumber,
  formatShare,
} from '../format';
import { bucketEnd } from './buckets';
import { MarkLayer, MarkRef, nearest } from './marks';
import { SeriesChartProps, SeriesPoint } from './figureTypes';

const LEFT = 52;
const RIGHT = 10;
const TOP = 12;
const AXIS = 26;
const REACH = 24;
const TICK_GAP = 24;

/** One bucket of a series, in pixels. */
export interface PlacedPoint extends SeriesPoint {
  x: number;
  y: number;
  /** The upper and lower end of its interval. */
  band?: [number, number];
  /** Whether the bucket before it has a value too. */
  follows: boolean;
}

/** Lays a series out in a size: each bucket at its middle. */
export function layOutSeries(
  props: SeriesChartProps,
  size: { width: number; height: number },
) {
  const { from, to, interval, kind, target } = props;
  const right = Math.max(LEFT + 40, size.width - RIGHT);
  const bottom = size.height - AXIS;
  const x = scaleUtc<number>({
    domain: [new Date(from), new Date(to)],
    range: [LEFT, right],
  });
  const sorted = [...props.points].sort((a, b) =>
    a.start.localeCompare(b.start),
  );
  const values = [
    ...sorted.flatMap(({ value, ci }) => [value, ...(ci ?? [])]),
    ...(target === undefined ? [] : [target]),
  ];
  const y = valueScale(kind, values, bottom);
  const points = sorted.map((point, index): PlacedPoint => {
    const before = sorted[index - 1];
    const end = bucketEnd(point.start, interval);
    const middle = (Date.parse(point.start) + end) / 2;
    return {
      ...point,
      x: Math.min(right - 4, Math.max(LEFT + 4, x(new Date(middle)))),
      y: y.place(point.value),
      band: point.ci && [y.place(point.ci[1]), y.place(point.ci[0])],
      follows:
        before !== undefined &&
        bucketEnd(before.start, interval) === Date.parse(point.start),
    };
  });
  return {
    left: LEFT,
    right,
    bottom,
    x,
    interval,
    anchor: sorted[0]?.start,
    ticks: y.ticks,
    target: target === undefined ? undefined : y.place(target),
    points,
  };
}

/** What `layOutSeries` returns. */
export type SeriesLayout = ReturnType<typeof layOutSeries>;

interface ValueScale {
  place: (value: number) => number;
  ticks: { y: number; label: string }[];
}

/** Durations by their order of magnitude, everything else by its size. */
function valueScale(
  kind: SeriesChartProps['kind'],
  values: number[],
  bottom: number,
): ValueScale {
  if (kind !== 'duration') {
    const most = Math.max(...values, kind === 'share' ? 0.02 : 1);
    const scale = scaleLinear<number>({
      domain: [0, kind === 'share' ? Math.min(1, most) : most],
      range: [bottom, TOP],
      nice: 4,
    });
    const format = (value: number) =>
      kind === 'share'
        ? formatShare(value).replace('.0 %', ' %')
        : formatNumber(value, Number.isInteger(value) ? 0 : 1);
    return {
      place: value => scale(value),
      ticks: scale
        .ticks(4)
        .map(value => ({ y: scale(value), label: format(value) })),
    };
  }
  const positive = values.filter(value => value > 0);
  const domain = durationDomain(
    Math.min(...positive, 86_400_000),
    Math.max(...positive, 1),
  );
  const scale = scaleLog<number>({ domain, range: [bottom, TOP] });
  return {
    // Zero has no place on a log scale: it stands at the very bottom.
    place: value => (value > 0 ? scale(value) : bottom),
    ticks: durationTicks(domain, bottom - TOP, TICK_GAP).map(
      ({ value, label }) => ({ y: scale(value), label }),
    ),
  };
}

/** The buckets, to walk. */
export function seriesLayers(layout: SeriesLayout, label: string): MarkLayer[] {
  return [
    {
      label,
      marks: layout.points.map(({ start, x, y }) => ({ key: start, x, y })),
    },
  ];
}

/** The bucket at a place: that of the nearest value, else of the nearest interval. */
export function hitSeries(
  layout: SeriesLayout,
  layers: MarkLayer[],
  x: number,
  y: number,
): MarkRef | undefined {
  const close = nearest(layers, x, y, REACH);
  if (close) {
    return close;
  }
  const index = layout.points.findIndex(
    point =>
      point.band &&
      Math.abs(point.x - x) <= REACH / 3 &&
      y >= point.band[0] &&
      y <= point.band[1],
  );
  return index < 0 ? undefined : { layer: 0, index };
}
