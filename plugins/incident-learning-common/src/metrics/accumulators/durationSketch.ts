import { Sample, countedSample } from '../statistics';
import { KpiAccumulator, neverAdded, oneLess } from './accumulator';
import { compareSamples } from './compareSamples';
import { isDuration, statsOf } from './durations';
import { addToSum, numberOf, sumOf, takeFromSum } from './exactSum';
import { BIN_COUNT, BIN_VALUES, binOf } from './logBins';
import { eachPackedNumber, packNumbers } from './packing';

/** @public */
export interface DurationSketchState {
  /** The bin that the first of `counts` belongs to. */
  firstBin: number;
  /** How many durations each bin holds. */
  counts: number[];
  n: number;
  /** All durations together, in two whole numbers. */
  sum: { high: number; low: number };
  missing: number;
  invalid: number;
}

/**
 * Accumulates durations in bins of equal relative width, so that a state stays small however many there are. Median and
 * percentiles are at most 1 % off; n, mean, missing and invalid are exact.
 *
 * Source: C. Masson, J. E. Rim and H. K. Lee, DDSketch: A fast and fully-mergeable quantile sketch with relative-error
 * guarantees, PVLDB 12 (2019), 2195–2205.
 *
 * @param durationOf - a fact's duration; undefined where not known, invalid where negative or beyond 10^18. Below a
 *   millionth of the unit it counts as a millionth or as zero.
 * @public
 */
export function durationSketchAccumulator<Fact>(
  durationOf: (fact: Fact) => number | undefined,
): KpiAccumulator<Fact, DurationSketchState> {
  return {
    approximate: true,
    empty: emptyState,
    add(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing += 1;
      } else if (isDuration(value)) {
        count(state, binOf(value), 1);
        addToSum(state.sum, sumOf(value));
      } else {
        state.invalid += 1;
      }
    },
    remove(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing = oneLess(state.missing);
      } else if (isDuration(value)) {
        const bin = binOf(value);
        if (!(state.counts[bin - state.firstBin] > 0)) {
          throw neverAdded();
        }
        count(state, bin, -1);
        takeFromSum(state.sum, sumOf(value));
      } else {
        state.invalid = oneLess(state.invalid);
      }
    },
    merge(state, other) {
      mergeCounts(state, other);
      addToSum(state.sum, other.sum);
      state.missing += other.missing;
      state.invalid += other.invalid;
    },
    read(state) {
      const { n, missing, invalid } = state;
      const average = n > 0 ? numberOf(state.sum) / n : undefined;
      const stats = statsOf(sampleOfSketch(state), average);
      return { value: stats?.median, n, stats, missing, invalid };
    },
    compare: (current, previous) =>
      compareSamples(sampleOfSketch(current), sampleOfSketch(previous)),
    pack: packState,
    unpack: unpackState,
    mergePacked,
  };
}

function emptyState(): DurationSketchState {
  return {
    firstBin: 0,
    counts: [],
    n: 0,
    sum: { high: 0, low: 0 },
    missing: 0,
    invalid: 0,
  };
}

function count(state: DurationSketchState, bin: number, by: 1 | -1): void {
  cover(state, bin, bin);
  state.counts[bin - state.firstBin] += by;
  state.n += by;
}

/** Makes room for the bins from the one to the other. */
function cover(state: DurationSketchState, from: number, to: number): void {
  const { counts } = state;
  if (counts.length === 0) {
    state.firstBin = from;
  }
  if (from < state.firstBin) {
    const before = new Array<number>(state.firstBin - from).fill(0);
    state.counts = before.concat(counts);
    state.firstBin = from;
  }
  while (state.firstBin + state.counts.length <= to) {
    state.counts.push(0);
  }
}

function mergeCounts(
  state: DurationSketchState,
  other: DurationSketchState,
): void {
  if (other.counts.length === 0) {
    return;
  }
  cover(state, other.firstBin, other.firstBin + other.counts.length - 1);
  const offset = other.firstBin - state.firstBin;
  for (let index = 0; index < other.counts.length; index++) {
    state.counts[offset + index] += other.counts[index];
  }
  state.n += other.n;
}

function sampleOfSketch({ firstBin, counts }: DurationSketchState): Sample {
  return countedSample(BIN_VALUES.subarray(firstBin), counts);
}

/** What could not be counted and the sum, then each bin that is not empty: how far it is from the last, its count. */
function packState(state: DurationSketchState): string {
  const { firstBin, counts, sum, missing, invalid } = state;
  const numbers = [missing, invalid, sum.high, sum.low];
  let last = 0;
  counts.forEach((times, index) => {
    if (times > 0) {
      numbers.push(firstBin + index - last, times);
      last = firstBin + index;
    }
  });
  return packNumbers(numbers);
}

function unpackState(packed: string): DurationSketchState {
  const state = emptyState();
  mergePacked(state, packed);
  return state;
}

function mergePacked(state: DurationSketchState, packed: string): void {
  const sum = { high: 0, low: 0 };
  let position = 0;
  let bin = 0;
  eachPackedNumber(packed, number => {
    if (position > 3 && position % 2 === 0) {
      bin += number;
      if (bin >= BIN_COUNT) {
        throw new RangeError(`${packed} is no packed state of durations`);
      }
    } else if (position > 3) {
      cover(state, bin, bin);
      state.counts[bin - state.firstBin] += number;
      state.n += number;
    } else {
      switch (position) {
        case 0:
          state.missing += number;
          break;
        case 1:
          state.invalid += number;
          break;
        case 2:
          sum.high = number;
          break;
        default:
          sum.low = number;
      }
    }
    position += 1;
  });
  addToSum(state.sum, sum);
}
