import type { KpiReading } from '../schema';

/** A KPI's reading with what could not be counted. @public */
export interface AccumulatedReading extends KpiReading {
  /** How many have no value. */
  missing: number;
  /** How many have a value that cannot be true. */
  invalid: number;
}

/**
 * How one KPI adds up. A recount folds facts through it; a rollup stores its states and keeps them in step.
 *
 * The laws: neither the order of `add` and `merge` nor the way facts are split over states changes a reading, and
 * `remove` undoes `add`. A state is plain JSON.
 *
 * @public
 */
export interface KpiAccumulator<Fact, State> {
  /** The state of no facts. */
  empty(): State;
  /** Counts a fact into the state, in place. */
  add(state: State, fact: Fact): void;
  /**
   * Takes a fact out of the state, in place.
   *
   * @throws RangeError when the state cannot hold such a fact
   */
  remove(state: State, fact: Fact): void;
  /** Adds all that `other` holds to the state, in place; `other` stays as it is. */
  merge(state: State, other: State): void;
  read(state: State): AccumulatedReading;
}

/** For a fact to remove that was never added. */
export function neverAdded(): RangeError {
  return new RangeError('Only a fact that was added can be removed');
}
