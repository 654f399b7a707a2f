/** The standard normal quantile of 97.5 %: what a two-sided 95 % interval reaches to. */
export const Z_95 = 1.959963984540054;

const DENSITY_AT_ZERO = 0.3989422804014327;

/**
 * How likely a standard normal variable exceeds `z`.
 *
 * Source: 26.2.11 (series) and 26.2.14 (continued fraction) in M. Abramowitz and I. A. Stegun, Handbook of Mathematical
 * Functions, 1964.
 */
export function normalUpperTail(z: number): number {
  if (z < 0) {
    return 1 - normalUpperTail(-z);
  }
  const density = DENSITY_AT_ZERO * Math.exp((-z * z) / 2);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let odd = 3; sum + term !== sum; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let numerator = 100; numerator > 0; numerator--) {
    fraction = z + numerator / fraction;
  }
  return density / fraction;
}

/**
 * The two-sided p-value of a whole-numbered statistic that is approximately normal, with correction for continuity.
 *
 * @param distance - of the statistic from its mean
 * @param step - between one value of the statistic and the next
 */
export function twoSidedNormal(
  distance: number,
  variance: number,
  step: number,
): number {
  if (variance <= 0) {
    return 1;
  }
  const corrected = Math.max(0, Math.abs(distance) - step / 2);
  return Math.min(1, 2 * normalUpperTail(corrected / Math.sqrt(variance)));
}
