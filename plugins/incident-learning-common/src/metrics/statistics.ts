/**
 * A sample in ascending order. Every statistic takes one, so that the order in which values came in cannot matter,
 * not even to the last bit of a floating-point sum.
 *
 * @public
 */
export interface Sample {
  readonly ascending: Float64Array;
}

/**
 * Orders values once for any number of statistics.
 *
 * @throws RangeError when a value is not finite
 * @public
 */
export function sampleOf(values: Iterable<number>): Sample {
  const ascending = Float64Array.from(values);
  if (!ascending.every(Number.isFinite)) {
    throw new RangeError('A sample holds finite numbers only');
  }
  return { ascending: ascending.sort() };
}

/**
 * The arithmetic mean, summed with Neumaier's compensation: its error does not grow with the number of values.
 *
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974), 39–51.
 *
 * @returns undefined for an empty sample
 * @public
 */
export function mean({ ascending }: Sample): number | undefined {
  if (ascending.length === 0) {
    return undefined;
  }
  let sum = 0;
  let lost = 0;
  for (const value of ascending) {
    const next = sum + value;
    lost +=
      Math.abs(sum) >= Math.abs(value)
        ? sum - next + value
        : value - next + sum;
    sum = next;
  }
  return (sum + lost) / ascending.length;
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
  { ascending }: Sample,
  probability: number,
): number | undefined {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `${probability} is no probability: it goes from 0 to 1`,
    );
  }
  if (ascending.length === 0) {
    return undefined;
  }
  const rank = (ascending.length - 1) * probability;
  const lower = ascending[Math.floor(rank)];
  const upper = ascending[Math.ceil(rank)];
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
