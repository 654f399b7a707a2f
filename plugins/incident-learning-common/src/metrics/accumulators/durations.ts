import {
  Sample,
  mean,
  median,
  medianInterval,
  quantile,
  sampleOf,
} from '../statistics';
import type { KpiStats } from '../schema';
import { KpiAccumulator, neverAdded, oneLess } from './accumulator';
import { compareSamples } from './compareSamples';
import { LARGEST } from './logBins';

/** @public */
export interface DurationState {
  /** The valid durations, in no order. */
  values: number[];
  missing: number;
  invalid: number;
}

/**
 * Accumulates durations as they are; the headline is their median, since durations are skewed.
 *
 * @param durationOf - a fact's duration; undefined where not known, invalid where negative or beyond 10^18
 * @public
 */
export function durationAccumulator<Fact>(
  durationOf: (fact: Fact) => number | undefined,
): KpiAccumulator<Fact, DurationState> {
  return {
    approximate: false,
    empty: () => ({ values: [], missing: 0, invalid: 0 }),
    add(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing += 1;
      } else if (isDuration(value)) {
        state.values.push(value);
      } else {
        state.invalid += 1;
      }
    },
    remove(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing = oneLess(state.missing);
      } else if (isDuration(value)) {
        removeValue(state.values, value);
      } else {
        state.invalid = oneLess(state.invalid);
      }
    },
    merge(state, other) {
      for (const value of other.values) {
        state.values.push(value);
      }
      state.missing += other.missing;
      state.invalid += other.invalid;
    },
    read({ values, missing, invalid }) {
      const sample = sampleOf(values);
      const stats = statsOf(sample, mean(sample));
      return { value: stats?.median, n: sample.size, stats, missing, invalid };
    },
    compare: (current, previous) =>
      compareSamples(sampleOf(current.values), sampleOf(previous.values)),
    pack({ values, missing, invalid }) {
      return values.length + missing + invalid === 0
        ? ''
        : [missing, invalid, ...Float64Array.from(values).sort()].join(' ');
    },
    unpack(packed) {
      const [missing = 0, invalid = 0, ...values] = packed
        .split(' ')
        .filter(Boolean)
        .map(Number);
      if (!values.every(isDuration)) {
        throw new RangeError('A packed state of durations holds none that is');
      }
      return { values, missing, invalid };
    },
  };
}

/** Whether a duration can be true. */
export function isDuration(value: number): boolean {
  return value >= 0 && value <= LARGEST;
}

/** The statistics of a sample of durations; its mean may be known better than by the sample. */
export function statsOf(
  sample: Sample,
  average: number | undefined,
): KpiStats | undefined {
  const middle = median(sample);
  const p90 = quantile(sample, 0.9);
  return average === undefined || middle === undefined || p90 === undefined
    ? undefined
    : { mean: average, median: middle, p90, ci: medianInterval(sample) };
}

/** Moves the last value into the gap: a state has no order to keep. */
function removeValue(values: number[], value: number): void {
  const index = values.indexOf(value);
  if (index < 0) {
    throw neverAdded();
  }
  values[index] = values[values.length - 1];
  values.pop();
}
