import { Sample, countAt, valueAt } from './sample';

/**
 * The arithmetic mean, summed with Neumaier's compensation: its error does not grow with the number of values.
 *
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974), 39–51.
 *
 * @returns undefined for an empty sample
 * @public
 */
export function mean(sample: Sample): number | undefined {
  if (sample.size === 0) {
    return undefined;
  }
  let sum = 0;
  let lost = 0;
  sample.values.forEach((value, index) => {
    const term = value * countAt(sample, index);
    const next = sum + term;
    lost +=
      Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  });
  return (sum + lost) / sample.size;
}

/**
 * The quantile by linear interpolation between the two nearest ranks: NumPy's default method, `linear`.
 *
 * Source: definition 7 in R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
 * Statistician 50 (1996), 361–365.
 *
 * @param probability - from 0, the smallest value, to 1, the largest
 * @returns undefined for an empty sample
 * @throws RangeError when the probability is outside 0 to 1
 * @public
 */
export function quantile(
  sample: Sample,
  probability: number,
): number | undefined {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `${probability} is no probability: it goes from 0 to 1`,
    );
  }
  if (sample.size === 0) {
    return undefined;
  }
  const rank = (sample.size - 1) * probability;
  const lower = valueAt(sample, Math.floor(rank));
  const upper = valueAt(sample, Math.ceil(rank));
  return interpolate(lower, upper, rank - Math.floor(rank));
}

/** From the nearer end, so that the result never leaves the two values through rounding. */
function interpolate(lower: number, upper: number, fraction: number): number {
  const distance = upper - lower;
  return fraction < 0.5
    ? lower + distance * fraction
    : upper - distance * (1 - fraction);
}

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @returns undefined for an empty sample
 * @public
 */
export function median(sample: Sample): number | undefined {
  return quantile(sample, 0.5);
}
