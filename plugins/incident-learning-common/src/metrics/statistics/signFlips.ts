import { twoSidedNormal } from './normal';

/** @public */
export interface SignFlipTest {
  /** Of the differences. */
  sum: number;
  /** Two-sided; absent where there are no differences. */
  pValue?: number;
}

/** Up to so many differences other than zero, all ways to give them signs are gone through. */
const LARGEST_EXACT = 16;

/** Sums that floating-point numbers put apart though they are equal are no further apart than this part of them. */
const ROUNDING = 1e-12;

/**
 * The two-sided paired randomization test of Fisher and Pitman: whether differences lean to one side of zero. Where
 * nothing changed, each might as well have the other sign, so the p-value is the share of all ways to give them signs
 * under which their sum is at least as far from zero as it is. Exact for at most 16 differences other than zero; else by
 * the normal approximation, with a correction for continuity as if all were multiples of the smallest.
 *
 * Source: section 21 in R. A. Fisher, The Design of Experiments, 1935; E. J. G. Pitman, Significance tests which may be
 * applied to samples from any populations, Supplement to the Journal of the Royal Statistical Society 4 (1937), 119–130.
 *
 * @param differences - finite; of each pair the one value less the other
 * @public
 */
export function signFlipTest(differences: readonly number[]): SignFlipTest {
  // In one order, since that of sums matters to their last bit.
  const ascending = [...differences].sort((a, b) => a - b);
  const sum = ascending.reduce((total, one) => total + one, 0);
  if (differences.length === 0) {
    return { sum };
  }
  const sizes = ascending
    .map(Math.abs)
    .filter(size => size > 0)
    .sort((a, b) => a - b);
  return {
    sum,
    pValue:
      sizes.length > LARGEST_EXACT
        ? twoSidedNormal(sum, squaresOf(sizes), 2 * sizes[0])
        : exactPValue(Math.abs(sum), sizes),
  };
}

function squaresOf(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size * size, 0);
}

function exactPValue(distance: number, sizes: number[]): number {
  const all = sizes.reduce((total, size) => total + size, 0);
  const least = distance - ROUNDING * all;
  const countAsFar = (at: number, sum: number): number =>
    at === sizes.length
      ? Number(Math.abs(sum) >= least)
      : countAsFar(at + 1, sum + sizes[at]) +
        countAsFar(at + 1, sum - sizes[at]);
  return countAsFar(0, 0) / 2 ** sizes.length;
}
