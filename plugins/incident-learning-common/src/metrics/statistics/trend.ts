import { twoSidedNormal } from './normal';
import { select } from './select';

/** @public */
export interface TrendPoint {
  x: number;
  y: number;
}

/** @public */
export interface MannKendall {
  /** How many pairs rise, less how many fall. */
  s: number;
  /** Two-sided. */
  pValue: number;
}

/** Up to so many points, the distribution of S is computed where there are no ties. */
const LARGEST_EXACT = 20;

/**
 * The Theil–Sen slope: the median of the slopes of all pairs of points, which a few outliers do not move.
 *
 * Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968), 1379–1389.
 *
 * @returns undefined where no two points differ in x
 * @public
 */
export function theilSenSlope(
  points: readonly TrendPoint[],
): number | undefined {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  points.forEach((a, index) => {
    for (let other = 0; other < index; other++) {
      const b = points[other];
      if (a.x !== b.x) {
        slopes[count++] = (a.y - b.y) / (a.x - b.x);
      }
    }
  });
  if (count === 0) {
    return undefined;
  }
  const some = slopes.subarray(0, count);
  const lower = select(some, (count - 1) >> 1);
  const upper = select(some, count >> 1);
  return lower + (upper - lower) / 2;
}

/**
 * The two-sided Mann–Kendall test of whether y rises or falls with x. Exact for at most 20 points without ties; else by
 * the normal approximation with corrections for ties in y and for continuity.
 *
 * Source: M. G. Kendall, Rank Correlation Methods, 4th ed. 1970; section 16.4 in R. O. Gilbert, Statistical Methods for
 * Environmental Pollution Monitoring, 1987.
 *
 * @param points - no two at one x
 * @public
 */
export function mannKendall(points: readonly TrendPoint[]): MannKendall {
  const n = points.length;
  let s = 0;
  points.forEach((a, index) => {
    for (let other = 0; other < index; other++) {
      const b = points[other];
      s += Math.sign(a.x - b.x) * Math.sign(a.y - b.y);
    }
  });
  const ties = tiesOf(points);
  if (n <= LARGEST_EXACT && ties.length === 0) {
    return { s, pValue: exactPValue(s, n) };
  }
  const varianceOf = (size: number) => size * (size - 1) * (2 * size + 5);
  const lost = ties.reduce((sum, size) => sum + varianceOf(size), 0);
  const variance = (varianceOf(n) - lost) / 18;
  return { s, pValue: twoSidedNormal(s, variance, 2) };
}

/** How many points share a y, for each y that is shared. */
function tiesOf(points: readonly TrendPoint[]): number[] {
  const counts = new Map<number, number>();
  points.forEach(({ y }) => counts.set(y, (counts.get(y) ?? 0) + 1));
  return [...counts.values()].filter(count => count > 1);
}

/**
 * Of all orders of n values, the share with a pair count at least as far from 0. The share by the number of falling
 * pairs is built up value by value: the k-th can fall behind 0 to k − 1 of those before.
 */
function exactPValue(s: number, n: number): number {
  const pairs = (n * (n - 1)) / 2;
  let shares = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>((size * (size - 1)) / 2 + 1).fill(0);
    shares.forEach((share, falling) => {
      for (let more = 0; more < size; more++) {
        next[falling + more] += share / size;
      }
    });
    shares = next;
  }
  const fewest = (pairs - Math.abs(s)) / 2;
  const tail = shares
    .slice(0, fewest + 1)
    .reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * tail);
}
