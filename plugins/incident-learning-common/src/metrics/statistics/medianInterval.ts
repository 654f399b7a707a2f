import { Z_95 } from './normal';
import { Sample, valueAt } from './sample';

/** Bounds of an interval, both within it. @public */
export type Interval95 = [low: number, high: number];

/** Beyond, the exact ranks and those of the normal approximation differ by at most one. */
const LARGEST_EXACT = 1000;

/**
 * A 95 % confidence interval of the median: from one order statistic to another, as many from either end, whatever the
 * distribution. Its ranks come from the binomial distribution, beyond 1,000 values from its normal approximation.
 *
 * Source: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2.
 *
 * @returns undefined for fewer than six values, of which even the whole range is less than 95 % sure
 * @public
 */
export function medianInterval(sample: Sample): Interval95 | undefined {
  const outside = outsideRanks(sample.size);
  return outside === undefined
    ? undefined
    : [valueAt(sample, outside), valueAt(sample, sample.size - 1 - outside)];
}

/** How many values lie below the interval, and as many above it. */
function outsideRanks(size: number): number | undefined {
  if (size > LARGEST_EXACT) {
    return Math.floor((size + 1) / 2 - (Z_95 * Math.sqrt(size)) / 2) - 1;
  }
  // The probabilities of the binomial distribution of `size` tosses of a fair coin, from no heads on.
  let probability = 0.5 ** size;
  let tail = probability;
  let outside: number | undefined;
  for (let heads = 0; tail <= 0.025 && heads < size; heads++) {
    outside = heads;
    probability *= (size - heads) / (heads + 1);
    tail += probability;
  }
  return outside;
}
