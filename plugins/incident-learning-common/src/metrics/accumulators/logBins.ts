/** Each bin is wider than the one before by this, so that its middle is at most 0.99 % from all that falls into it. */
const GROWTH = 1.02;
const MIDDLE = 2 / (1 + 1 / GROWTH);
const SMALLEST = 1e-6;

/** Durations beyond 30 million years (in milliseconds) cannot be true. */
export const LARGEST = 1e18;

/**
 * The upper bound of each bin. By multiplication alone, which gives the same everywhere; logarithms do not, and a value
 * must be taken out of the bin that it was counted into, be it by another machine.
 */
const BOUNDS: number[] = [0, SMALLEST];
while (BOUNDS[BOUNDS.length - 1] < LARGEST) {
  BOUNDS.push(BOUNDS[BOUNDS.length - 1] * GROWTH);
}

export const BIN_COUNT = BOUNDS.length;

/** The bin that a value from 0 to `LARGEST` falls into; bin 0 is that of 0 and what is below half a millionth. */
export function binOf(value: number): number {
  if (value < SMALLEST / 2) {
    return 0;
  }
  let bin = Math.max(
    1,
    Math.min(
      BIN_COUNT - 1,
      Math.ceil(Math.log(value / SMALLEST) / Math.log(GROWTH)) + 1,
    ),
  );
  while (value > BOUNDS[bin]) {
    bin += 1;
  }
  while (bin > 1 && value <= BOUNDS[bin - 1]) {
    bin -= 1;
  }
  return bin;
}

/** What stands for all values of each bin: as far from its lower bound as from its upper, in relation to each. */
export const BIN_VALUES = Float64Array.from(BOUNDS, (bound, bin) =>
  bin <= 1 ? bound : BOUNDS[bin - 1] * MIDDLE,
);
