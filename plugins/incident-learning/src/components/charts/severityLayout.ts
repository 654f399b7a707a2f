import {
  SEVERITIES,
  type Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { formatCount } from '../format';
import { bucketEnd } from './buckets';
import { MarkLayer, MarkRef } from './marks';
import { filledBuckets, severityName, totalOf } from './severityData';
import { SeverityBucket, SeverityChartProps } from './types';

const LEFT = 36;
const RIGHT = 10;
const TOP = 10;
const AXIS = 26;
const MAX_BAR = 44;

/** One level of one bucket, in pixels. */
export interface Bar {
  bucket: SeverityBucket;
  level: Severity;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lays the bars out in a size, the worst level at the bottom. */
export function layOutSeverity(
  props: SeverityChartProps,
  size: { width: number; height: number },
) {
  const buckets = filledBuckets(props);
  const right = Math.max(LEFT + 40, size.width - RIGHT);
  const bottom = size.height - AXIS;
  const x = scaleUtc<number>({
    domain: [new Date(props.from), new Date(props.to)],
    range: [LEFT, right],
  });
  const most = buckets.reduce((max, b) => Math.max(max, totalOf(b.counts)), 1);
  const y = scaleLinear<number>({
    domain: [0, most],
    range: [bottom, TOP],
    nice: 4,
  });
  const bars = buckets.flatMap(bucket => {
    const x0 = Math.max(LEFT, x(new Date(bucket.start)));
    const x1 = Math.min(
      right,
      x(new Date(bucketEnd(bucket.start, props.interval))),
    );
    const room = x1 - x0;
    const width = Math.max(
      1,
      Math.floor(Math.min(MAX_BAR, room - (room > 8 ? 4 : 1))),
    );
    return room > 0
      ? stack(bucket, y).map(bar => ({
          ...bar,
          x: Math.round((x0 + x1 - width) / 2) + 0.5,
          width,
        }))
      : [];
  });
  const ticks = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(value => ({ value, label: formatCount(value) }));
  return {
    left: LEFT,
    right,
    top: TOP,
    bottom,
    x,
    y,
    ticks,
    bars,
    interval: props.interval,
    anchor: buckets[0]?.start,
  };
}

/** What `layOutSeverity` returns. */
export type SeverityLayout = ReturnType<typeof layOutSeverity>;

function stack(bucket: SeverityBucket, y: (count: number) => number) {
  let below = 0;
  return SEVERITIES.filter(level => (bucket.counts[level] ?? 0) > 0).map(
    level => {
      const from = below;
      below += bucket.counts[level] ?? 0;
      const top = Math.round(y(below)) + 0.5;
      const base = Math.round(y(from)) + 0.5;
      return { bucket, level, y: top, height: base - top };
    },
  );
}

/** From the top of the stacks down, so that the arrow keys go as the eye does. */
const TOP_DOWN = [...SEVERITIES].reverse();

/** The bars of each level, to walk. */
export function severityLayers(layout: SeverityLayout): MarkLayer[] {
  return TOP_DOWN.map(level => ({
    label: severityName(level),
    marks: barsOf(layout, level).map(bar => ({
      key: `${level} ${bar.bucket.start}`,
      x: bar.x + bar.width / 2,
      y: bar.y,
    })),
  }));
}

function barsOf(layout: SeverityLayout, level: Severity): Bar[] {
  return layout.bars.filter(bar => bar.level === level);
}

/** The bar of a mark. */
export function barAt(layout: SeverityLayout, mark: MarkRef): Bar {
  return barsOf(layout, TOP_DOWN[mark.layer])[mark.index];
}

/** The bar at a place, with some grace for thin ones. */
export function hitSeverity(
  layout: SeverityLayout,
  x: number,
  y: number,
): MarkRef | undefined {
  const column = layout.bars.filter(
    bar => x >= bar.x - 2 && x <= bar.x + bar.width + 2,
  );
  const bar =
    column.find(item => y >= item.y && y <= item.y + item.height) ??
    column.find(item => y >= item.y - 4 && y <= item.y + item.height + 4);
  return (
    bar && {
      layer: TOP_DOWN.indexOf(bar.level),
      index: barsOf(layout, bar.level).indexOf(bar),
    }
  );
}
