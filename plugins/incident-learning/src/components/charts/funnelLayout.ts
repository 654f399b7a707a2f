import { scaleLinear, scaleSqrt } from '@visx/scale';
import { formatCount, formatShare } from '../format';
import { INNER, OUTER, funnelLimits, standingOf } from './funnelLimits';
import { Mark, MarkLayer } from './marks';
import { FunnelChartProps, FunnelPoint } from './figureTypes';

const LEFT = 52;
const RIGHT = 16;
const TOP = 12;
const AXIS = 44;
const STEPS = 80;

/** One group, in pixels. */
export interface PlacedGroup extends FunnelPoint, Mark {
  standing: ReturnType<typeof standingOf>;
}

/** Lays groups out by their size and share, with the limits around the center. */
export function layOutFunnel(
  props: FunnelChartProps,
  size: { width: number; height: number },
) {
  const { points, center } = props;
  const right = Math.max(LEFT + 40, size.width - RIGHT);
  const bottom = size.height - AXIS;
  const most = Math.max(10, ...points.map(({ n }) => n)) * 1.08;
  // By the root of n, as the width of the funnel goes.
  const x = scaleSqrt<number>({ domain: [0, most], range: [LEFT, right] });
  const top = Math.min(
    1,
    Math.max(
      0.05,
      ...points.map(({ value }) => value),
      funnelLimits(center, Math.max(4, most / 12), INNER).high,
    ) * 1.05,
  );
  const y = scaleLinear<number>({
    domain: [0, top],
    range: [bottom, TOP],
    nice: top < 1 ? 4 : undefined,
  });
  const line = (pick: 'low' | 'high', level: typeof INNER) =>
    Array.from({ length: STEPS + 1 }, (_, step) => {
      const at = LEFT + ((right - LEFT) * step) / STEPS;
      const n = Math.max(1, x.invert(at));
      const value = funnelLimits(center, Math.round(n), level)[pick];
      return { x: at, y: y(value) };
    });
  const groups = points
    .map(
      (point): PlacedGroup => ({
        ...point,
        x: x(point.n),
        y: y(point.value),
        standing: standingOf(point.value, point.n, center),
      }),
    )
    .sort((a, b) => a.x - b.x);
  return {
    left: LEFT,
    top: TOP,
    right,
    bottom,
    center: y(center),
    inner: [line('high', INNER), line('low', INNER)],
    outer: [line('high', OUTER), line('low', OUTER)],
    xTicks: x
      .ticks(Math.max(3, Math.floor((right - LEFT) / 90)))
      .filter(value => value > 0 && Number.isInteger(value))
      .map(value => ({ x: x(value), label: formatCount(value) })),
    yTicks: y.ticks(5).map(value => ({
      y: y(value),
      label: formatShare(value).replace('.0 %', ' %'),
    })),
    groups,
  };
}

/** What `layOutFunnel` returns. */
export type FunnelLayout = ReturnType<typeof layOutFunnel>;

/** The groups, to walk. */
export function funnelLayers(layout: FunnelLayout, label: string): MarkLayer[] {
  return [{ label, marks: layout.groups }];
}
