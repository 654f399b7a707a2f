import { twoSidedNormal } from './normal';
import { Sample, countAt } from './sample';

/** @public */
export interface MannWhitney {
  /** Of all pairs in how many the first's value is above the second's, of equal ones half. */
  u: number;
  /** Two-sided; absent where a sample is empty. */
  pValue?: number;
}

/** Up to so many values in each, the distribution of U is computed where there are no ties. */
const LARGEST_EXACT = 20;

/**
 * The two-sided Mann–Whitney test of whether values of one sample tend to be larger than those of another. Exact for at
 * most 20 values in each without ties; else by the normal approximation with corrections for ties and continuity.
 *
 * Source: H. B. Mann and D. R. Whitney, On a test of whether one of two random variables is stochastically larger than
 * the other, Annals of Mathematical Statistics 18 (1947), 50–60; section 4.1 in M. Hollander and D. A. Wolfe,
 * Nonparametric Statistical Methods, 2nd ed. 1999.
 *
 * @public
 */
export function mannWhitney(first: Sample, second: Sample): MannWhitney {
  const { u, ties } = compare(first, second);
  const [m, n] = [first.size, second.size];
  const pairs = m * n;
  if (pairs === 0) {
    return { u };
  }
  if (ties === 0 && m <= LARGEST_EXACT && n <= LARGEST_EXACT) {
    return { u, pValue: exactPValue(Math.min(u, pairs - u), m, n) };
  }
  const all = m + n;
  const variance = (pairs / 12) * (all + 1 - ties / (all * (all - 1)));
  return { u, pValue: twoSidedNormal(u - pairs / 2, variance, 1) };
}

/** U, and the sum of t³ − t over the groups of t equal values of both samples. */
function compare(first: Sample, second: Sample): { u: number; ties: number } {
  let u = 0;
  let ties = 0;
  let at = 0;
  let below = 0;
  const tie = (size: number) => {
    ties += size * size * size - size;
  };
  first.values.forEach((value, index) => {
    while (at < second.values.length && second.values[at] < value) {
      tie(countAt(second, at));
      below = second.upTo[at++];
    }
    const here = countAt(first, index);
    let equal = 0;
    if (at < second.values.length && second.values[at] === value) {
      equal = countAt(second, at);
      below = second.upTo[at++];
    }
    u += here * (below - equal / 2);
    tie(here + equal);
  });
  for (; at < second.values.length; at++) {
    tie(countAt(second, at));
  }
  return { u, ties };
}

/**
 * Of all ways in which m and n values can lie among one another, the share with a U at most this small, twice. The ways
 * by their U are the coefficients of the Gaussian binomial, the product of (1 − q^(n+i)) ÷ (1 − q^i) for i from 1 to m.
 */
function exactPValue(u: number, m: number, n: number): number {
  const ways = new Float64Array(m * n + 1);
  ways[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let k = ways.length - 1; k >= n + i; k--) {
      ways[k] -= ways[k - n - i];
    }
    for (let k = i; k < ways.length; k++) {
      ways[k] += ways[k - i];
    }
  }
  const all = ways.reduce((sum, count) => sum + count, 0);
  const asFar = ways.subarray(0, u + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * asFar) / all);
}
