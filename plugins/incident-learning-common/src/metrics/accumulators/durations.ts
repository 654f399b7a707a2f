import { mean, median, quantile, sampleOf } from '../statistics';
import type { KpiStats } from '../schema';
import { KpiAccumulator, neverAdded } from './accumulator';

/** @public */
export interface DurationState {
  /** The valid durations in milliseconds, in no order. */
  values: number[];
  missing: number;
  invalid: number;
}

/**
 * Accumulates durations; the headline is their median, since durations are skewed.
 *
 * @param durationOf - a fact's duration in milliseconds; undefined where not known, invalid where negative
 * @public
 */
export function durationAccumulator<Fact>(
  durationOf: (fact: Fact) => number | undefined,
): KpiAccumulator<Fact, DurationState> {
  return {
    empty: () => ({ values: [], missing: 0, invalid: 0 }),
    add(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing += 1;
      } else if (isValid(value)) {
        state.values.push(value);
      } else {
        state.invalid += 1;
      }
    },
    remove(state, fact) {
      const value = durationOf(fact);
      if (value === undefined) {
        state.missing = oneLess(state.missing);
      } else if (isValid(value)) {
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
      const stats = summarize(values);
      return {
        value: stats?.median,
        n: values.length,
        stats,
        missing,
        invalid,
      };
    },
  };
}

function isValid(duration: number): boolean {
  return duration >= 0 && Number.isFinite(duration);
}

function summarize(values: number[]): KpiStats | undefined {
  const sample = sampleOf(values);
  const average = mean(sample);
  const middle = median(sample);
  const p90 = quantile(sample, 0.9);
  return average === undefined || middle === undefined || p90 === undefined
    ? undefined
    : { mean: average, median: middle, p90 };
}

function oneLess(count: number): number {
  if (count === 0) {
    throw neverAdded();
  }
  return count - 1;
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
