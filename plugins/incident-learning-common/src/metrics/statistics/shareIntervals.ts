import type { Interval95 } from './medianInterval';
import { Z_95, normalUpperTail } from './normal';

/** Of how many how many do. @public */
export interface Proportion {
  numerator: number;
  denominator: number;
}

/**
 * Wilson's score interval of a share, without correction for continuity: 95 % unless another normal quantile is given.
 *
 * Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), 209–212;
 * method 3 in R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17
 * (1998), 857–872.
 *
 * @returns undefined for a share of nothing
 * @public
 */
export function wilsonInterval(
  { numerator, denominator }: Proportion,
  z: number = Z_95,
): Interval95 | undefined {
  if (denominator === 0) {
    return undefined;
  }
  const share = numerator / denominator;
  const square = z * z;
  const middle = share + square / (2 * denominator);
  const reach =
    z *
    Math.sqrt(
      (share * (1 - share)) / denominator +
        square / (4 * denominator * denominator),
    );
  const scale = 1 + square / denominator;
  return [
    numerator === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    numerator === denominator ? 1 : Math.min(1, (middle + reach) / scale),
  ];
}

/**
 * Newcombe's interval of the difference of two independent shares, first less second: 95 % unless another normal
 * quantile is given.
 *
 * Source: method 10 in R. G. Newcombe, Interval estimation for the difference between independent proportions,
 * Statistics in Medicine 17 (1998), 873–890.
 *
 * @returns undefined where one is a share of nothing
 * @public
 */
export function newcombeInterval(
  first: Proportion,
  second: Proportion,
  z: number = Z_95,
): Interval95 | undefined {
  const one = wilsonInterval(first, z);
  const other = wilsonInterval(second, z);
  if (!one || !other) {
    return undefined;
  }
  const p1 = first.numerator / first.denominator;
  const p2 = second.numerator / second.denominator;
  return [
    p1 - p2 - Math.hypot(p1 - one[0], other[1] - p2),
    p1 - p2 + Math.hypot(one[1] - p1, p2 - other[0]),
  ];
}

/** No p-value is told below that of eight standard deviations. */
const LARGEST_Z = 8;

/**
 * The two-sided p-value that belongs to Newcombe's interval: of all significance levels at which the interval leaves
 * out zero, the smallest. It is below 5 % where the 95 % interval leaves out zero, and only there.
 *
 * @returns undefined where one is a share of nothing
 * @public
 */
export function newcombePValue(
  first: Proportion,
  second: Proportion,
): number | undefined {
  const leavesOutZero = (z: number) => {
    const [low, high] = newcombeInterval(first, second, z) ?? [0, 0];
    return low > 0 || high < 0;
  };
  if (first.denominator === 0 || second.denominator === 0) {
    return undefined;
  }
  let inside = LARGEST_Z;
  let outside = 0;
  for (let step = 0; step < 50; step++) {
    const z = (inside + outside) / 2;
    if (leavesOutZero(z)) {
      outside = z;
    } else {
      inside = z;
    }
  }
  return Math.min(1, 2 * normalUpperTail(outside));
}
