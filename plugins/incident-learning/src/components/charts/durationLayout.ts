import { scaleLog, scaleUtc } from '@visx/scale';
import { durationDomain, durationTicks, formatCount } from '../format';
import { bucketEnd } from './buckets';
import { DURATION_SERIES, SERIES_NAME, drawablePoints } from './durationData';
import { Mark, MarkLayer, MarkRef, nearest } from './marks';
import {
  DurationChartProps,
  DurationMedian,
  DurationPoint,
  DurationSeries,
} from './types';

const LEFT = 52;
const RIGHT = 10;
const TOP = 10;
const AXIS = 26;
/** Height of one row of sample sizes. */
export const N_ROW = 16;
// The strip under the log scale where durations of zero stand.
const ZERO_STRIP = 28;
const TICK_GAP = 22;
const DOT_REACH = 14;
const MEDIAN_REACH = 8;

/** One step of a median line, in pixels. */
export interface MedianStep extends DurationMedian {
  x0: number;
  x1: number;
  y: number;
  /** The upper and lower end of the median's interval. */
  band?: [number, number];
}

/** One series, laid out. */
export interface SeriesLayout {
  series: DurationSeries;
  points: DurationPoint[];
  dots: Mark[];
  steps: MedianStep[];
  /** Path of the medians, one step per bucket. */
  treads: string;
  /** Path between the steps of buckets that follow each other. */
  risers: string;
}

/** Lays the chart out in a size, without the series that are hidden. */
export function layOutDurations(
  props: DurationChartProps,
  size: { width: number; height: number },
  hidden: ReadonlySet<string>,
) {
  const { points } = drawablePoints(props);
  const visible = DURATION_SERIES.filter(series => !hidden.has(series));
  const right = Math.max(LEFT + 40, size.width - RIGHT);
  const x = scaleUtc<number>({
    domain: [new Date(props.from), new Date(props.to)],
    range: [LEFT, right],
  });
  const spans = props.medians.map(median => ({
    ...median,
    x0: Math.max(LEFT, x(new Date(median.start))),
    x1: Math.min(right, x(new Date(bucketEnd(median.start, props.interval)))),
  }));
  const nRows = fitsSampleSizes(spans) ? visible : [];
  const bottom =
    size.height - AXIS - (nRows.length > 0 ? nRows.length * N_ROW + 6 : 0);
  const y = valueScale(
    [
      ...points.map(p => p.valueMs),
      ...props.medians.flatMap(m => [m.value, ...(m.ci ?? [])]),
    ],
    bottom,
  );
  const series = visible.map((name): SeriesLayout => {
    const own = points.filter(point => point.series === name);
    const steps = spans
      .filter(span => span.series === name && span.x1 > span.x0)
      .map(span => ({
        ...span,
        y: y.place(span.value),
        band: span.ci && bandOf(span.ci, y),
      }))
      .sort((a, b) => a.x0 - b.x0);
    return {
      series: name,
      points: own,
      dots: own.map(point => ({
        key: `${name} ${point.id}`,
        x: x(new Date(point.time)),
        y: y.place(point.valueMs),
      })),
      steps,
      treads: steps
        .map(step => `M${at(step.x0, step.y)}H${step.x1.toFixed(1)}`)
        .join(''),
      risers: risersOf(steps),
    };
  });
  return {
    left: LEFT,
    right,
    top: TOP,
    bottom,
    x,
    y,
    series,
    nRows,
    interval: props.interval,
    anchor: props.medians[0]?.start,
  };
}

/** What `layOutDurations` returns. */
export type DurationLayout = ReturnType<typeof layOutDurations>;

function bandOf(
  [low, high]: [number, number],
  { place }: { place: (value: number) => number },
): [number, number] {
  return [place(high), place(low)];
}

/** A log scale for what is above zero, and a strip below it for zero itself. */
function valueScale(values: number[], bottom: number) {
  const positive = values.filter(value => value > 0);
  const hasZero = values.some(value => value === 0);
  const low = positive.reduce((a, b) => Math.min(a, b), Infinity);
  const high = positive.reduce((a, b) => Math.max(a, b), 0);
  const domain: [number, number] =
    positive.length > 0 ? durationDomain(low, high) : [1000, 86_400_000];
  const logBottom = hasZero ? bottom - ZERO_STRIP : bottom;
  const log = scaleLog<number>({ domain, range: [logBottom, TOP] });
  const zero = hasZero ? bottom - ZERO_STRIP / 2 + 2 : undefined;
  return {
    zero,
    logBottom,
    ticks: durationTicks(domain, logBottom - TOP, TICK_GAP).map(tick => ({
      ...tick,
      y: log(tick.value),
    })),
    place: (value: number) => (value > 0 ? log(value) : zero ?? bottom),
  };
}

/** Whether the sample sizes can stand under their buckets without touching. */
function fitsSampleSizes(spans: { x0: number; x1: number; n: number }[]) {
  if (spans.length === 0) {
    return false;
  }
  // The buckets at both ends may be cut; the others are of about one width.
  const width = Math.max(...spans.map(span => span.x1 - span.x0));
  const digits = Math.max(...spans.map(span => formatCount(span.n).length));
  return width >= digits * 6.4 + 5;
}

function risersOf(steps: MedianStep[]): string {
  return steps
    .slice(1)
    .map((step, index) => {
      const before = steps[index];
      const follows = Math.abs(before.x1 - step.x0) < 0.5;
      return follows ? `M${at(before.x1, before.y)}V${step.y.toFixed(1)}` : '';
    })
    .join('');
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** The layers to walk: of each series its incidents, then its medians. */
export function durationLayers(layout: DurationLayout): MarkLayer[] {
  return layout.series.flatMap(({ series, dots, steps }) => [
    { label: `${SERIES_NAME[series]}, incidents`, marks: dots },
    {
      label: `${SERIES_NAME[series]}, medians`,
      marks: steps.map(step => ({
        key: `${series} median ${step.start}`,
        x: (step.x0 + step.x1) / 2,
        y: step.y,
      })),
    },
  ]);
}

/** The incident at a place, else the step of a median line. */
export function hitDuration(
  layout: DurationLayout,
  layers: MarkLayer[],
  x: number,
  y: number,
): MarkRef | undefined {
  const dotsOnly = layers.map((layer, index) =>
    index % 2 === 0 ? layer : { ...layer, marks: [] },
  );
  const close = nearest(dotsOnly, x, y, MEDIAN_REACH / 2);
  if (close) {
    return close;
  }
  for (let s = 0; s < layout.series.length; s++) {
    const index = layout.series[s].steps.findIndex(
      step =>
        x >= step.x0 && x < step.x1 && Math.abs(step.y - y) <= MEDIAN_REACH / 2,
    );
    if (index >= 0) {
      return { layer: s * 2 + 1, index };
    }
  }
  return nearest(dotsOnly, x, y, DOT_REACH);
}
