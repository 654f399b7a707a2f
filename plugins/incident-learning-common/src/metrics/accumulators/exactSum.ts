/** A millionth of the unit: of a millisecond a nanosecond. */
const RESOLUTION = 1e6;
const HIGH = 2 ** 20;
const CARRY = HIGH * RESOLUTION;

/**
 * A sum of values from 0 on, each kept to the millionth, in two whole numbers: unlike a sum of floating-point numbers
 * it does not depend on the order, and taking a value out leaves exactly what was there before.
 */
export interface ExactSum {
  /** In steps of 2^20. */
  high: number;
  /** In millionths, below one step of `high`. */
  low: number;
}

export function addToSum(sum: ExactSum, other: ExactSum): void {
  sum.low += other.low;
  sum.high += other.high;
  if (sum.low >= CARRY) {
    sum.low -= CARRY;
    sum.high += 1;
  }
}

export function takeFromSum(sum: ExactSum, other: ExactSum): void {
  sum.low -= other.low;
  sum.high -= other.high;
  if (sum.low < 0) {
    sum.low += CARRY;
    sum.high -= 1;
  }
}

/** One value as a sum. */
export function sumOf(value: number): ExactSum {
  const high = Math.floor(value / HIGH);
  const low = Math.round((value - high * HIGH) * RESOLUTION);
  return low === CARRY ? { high: high + 1, low: 0 } : { high, low };
}

export function numberOf({ high, low }: ExactSum): number {
  return high * HIGH + low / RESOLUTION;
}
