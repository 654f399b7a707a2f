import { scaleLog } from '@visx/scale';
import { durationDomain, durationTicks } from '../format';
import { Mark, MarkLayer, MarkRef, nearest } from './marks';
import { DistributionChartProps, DistributionRow } from './figureTypes';

const LEFT = 12;
const RIGHT = 12;
const AXIS = 30;
const HEAD = 22;
const TICK_GAP = 52;
const COLUMN = 5;
const REACH = 12;
// Where durations of zero stand, left of a break of the log scale.
const ZERO_STRIP = 44;
const ZERO_AT = 14;

/** One row, in pixels. */
export interface PlacedRow extends DistributionRow {
  top: number;
  middle: number;
  bottom: number;
  dots: (Mark & { valueIndex: number })[];
  medianX?: number;
  p90X?: number;
  band?: [number, number];
}

/** Lays rows out below each other on one log scale. */
export function layOutDistribution(
  props: DistributionChartProps,
  size: { width: number; height: number },
) {
  const { rows } = props;
  const right = size.width - RIGHT;
  const all = rows.flatMap(row => [
    ...row.values.map(({ valueMs }) => valueMs),
    ...(row.ci ?? []),
    ...(row.median === undefined ? [] : [row.median]),
  ]);
  const positive = all.filter(value => value > 0);
  const hasZero = all.some(value => value === 0);
  const left = hasZero ? LEFT + ZERO_STRIP : LEFT;
  const domain = durationDomain(
    positive.reduce((a, b) => Math.min(a, b), Infinity),
    positive.reduce((a, b) => Math.max(a, b), 0),
  );
  const log = scaleLog<number>({
    domain: positive.length > 0 ? domain : [1000, 86_400_000],
    range: [left + 6, right - 6],
  });
  const place = (value: number) => (value > 0 ? log(value) : LEFT + ZERO_AT);
  const bottom = size.height - AXIS;
  const rowHeight = bottom / Math.max(1, rows.length);
  const domainOf = log.domain() as [number, number];
  return {
    left: LEFT,
    logLeft: left,
    right,
    bottom,
    zero: hasZero ? LEFT + ZERO_AT : undefined,
    ticks: durationTicks(domainOf, right - left, TICK_GAP).map(
      ({ value, label }) => ({ x: log(value), label }),
    ),
    rows: rows.map((row, index): PlacedRow => {
      const top = index * rowHeight + HEAD;
      const end = (index + 1) * rowHeight - 6;
      return {
        ...row,
        top,
        bottom: end,
        middle: (top + end) / 2,
        dots: swarm(row, place, (top + end) / 2, (end - top) / 2 - 3),
        medianX: row.median === undefined ? undefined : place(row.median),
        p90X: row.p90 === undefined ? undefined : place(row.p90),
        band: row.ci && [place(row.ci[0]), place(row.ci[1])],
      };
    }),
  };
}

/** What `layOutDistribution` returns. */
export type DistributionLayout = ReturnType<typeof layOutDistribution>;

/** Stacks the dots of each narrow column around the middle, closer where they are many. */
function swarm(
  row: DistributionRow,
  place: (value: number) => number,
  middle: number,
  room: number,
): PlacedRow['dots'] {
  const columns = new Map<number, number[]>();
  row.values.forEach(({ valueMs }, index) => {
    const column = Math.round(place(valueMs) / COLUMN);
    columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  const most = Math.max(
    1,
    ...[...columns.values()].map(({ length }) => length),
  );
  const pace = Math.min(COLUMN, (2 * room) / most);
  return [...columns.entries()]
    .flatMap(([column, indexes]) =>
      indexes.map((valueIndex, position) => ({
        key: `${row.key} ${row.values[valueIndex].id}`,
        valueIndex,
        x: column * COLUMN,
        // The first in the middle, the next above, the next below.
        y:
          middle +
          Math.ceil(position / 2) * pace * (position % 2 === 0 ? 1 : -1),
      })),
    )
    .sort((a, b) => a.x - b.x || a.y - b.y);
}

/** The incidents of each row, to walk. */
export function distributionLayers(layout: DistributionLayout): MarkLayer[] {
  return layout.rows.map(({ label, dots }) => ({ label, marks: dots }));
}

/** The incident at a place. */
export function hitDistribution(
  layers: MarkLayer[],
  x: number,
  y: number,
): MarkRef | undefined {
  return nearest(layers, x, y, REACH);
}
