/**
 * A sample in ascending order, each distinct value with how often it occurs. Every statistic takes one, so that the
 * order in which values came in cannot matter, not even to the last bit of a floating-point sum; and so that values
 * that were counted into bins are treated as all others.
 *
 * @public
 */
export interface Sample {
  readonly size: number;
  /** The distinct values, ascending. */
  readonly values: Float64Array;
  /** How many values there are up to each of them, itself included. */
  readonly upTo: Float64Array;
}

/**
 * Orders values once for any number of statistics.
 *
 * @throws RangeError when a value is not finite
 * @public
 */
export function sampleOf(values: Iterable<number>): Sample {
  const ascending = Float64Array.from(values).sort();
  const distinct = new Float64Array(ascending.length);
  const upTo = new Float64Array(ascending.length);
  let length = 0;
  ascending.forEach((value, index) => {
    if (!Number.isFinite(value)) {
      throw new RangeError('A sample holds finite numbers only');
    }
    if (length === 0 || distinct[length - 1] !== value) {
      distinct[length++] = value;
    }
    upTo[length - 1] = index + 1;
  });
  return {
    size: ascending.length,
    values: distinct.subarray(0, length),
    upTo: upTo.subarray(0, length),
  };
}

/**
 * A sample of values that were counted.
 *
 * @param values - finite, strictly ascending
 * @param counts - how often each of them occurs; one that does not is left out
 * @throws RangeError when values do not ascend, or a count is no whole number
 * @public
 */
export function countedSample(
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
): Sample {
  const distinct = new Float64Array(counts.length);
  const upTo = new Float64Array(counts.length);
  let length = 0;
  let size = 0;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index];
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${count} is no count`);
    }
    if (count > 0) {
      const value = values[index];
      const ascends = length === 0 || value > distinct[length - 1];
      if (!ascends || !Number.isFinite(value)) {
        throw new RangeError('Counted values are finite and ascend');
      }
      size += count;
      distinct[length] = value;
      upTo[length++] = size;
    }
  }
  return {
    size,
    values: distinct.subarray(0, length),
    upTo: upTo.subarray(0, length),
  };
}

/** The value at a rank from 0, the smallest, to size − 1, the largest. @public */
export function valueAt({ values, upTo }: Sample, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > rank) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return values[low];
}

/** How often the value at an index occurs. @public */
export function countAt({ upTo }: Sample, index: number): number {
  return index === 0 ? upTo[0] : upTo[index] - upTo[index - 1];
}
