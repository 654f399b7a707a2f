import type { KpiReading } from '../schema';

/** A KPI's reading with what could not be counted. @public */
export interface AccumulatedReading extends KpiReading {
  /** How many have no value. */
  missing: number;
  /** How many have a value that cannot be true. */
  invalid: number;
}

/** How the values of one state differ from those of another. @public */
export interface KpiComparison {
  /** How many values the state with fewer of them has. */
  n: number;
  /** Where the current values tend to lie, be the difference real or not. */
  shift: 'higher' | 'lower' | 'same';
  /** Two-sided: how likely a difference at least this large is where nothing changed. Absent where there is no data. */
  pValue?: number;
}

/**
 * How one KPI adds up. A recount folds facts through it; a rollup stores its packed states and keeps them in step.
 *
 * The laws: neither the order of `add` and `merge` nor the way facts are split over states changes a reading or a
 * packed state; `remove` undoes `add`; `unpack` undoes `pack`; states that hold the same facts pack to the same text,
 * and that of no facts to the empty one.
 *
 * @public
 */
export interface KpiAccumulator<Fact, State> {
  /** Whether readings are approximate: of a sketch, whose values are at most 1 % off. */
  readonly approximate: boolean;
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
  /** Tests whether the values changed from one state to the other. */
  compare(current: State, previous: State): KpiComparison;
  /** A short text that says all of a state; `packNumbers` helps to write it. */
  pack(state: State): string;
  /** @throws RangeError when the text is no packed state */
  unpack(packed: string): State;
  /** As `merge` of what `unpack` reads; for one that does it without a state in between. */
  mergePacked?(state: State, packed: string): void;
}

/**
 * Adds all that a packed state holds to a state, in place.
 *
 * @throws RangeError when the text is no packed state
 * @public
 */
export function mergePacked<Fact, State>(
  accumulator: KpiAccumulator<Fact, State>,
  state: State,
  packed: string,
): void {
  if (accumulator.mergePacked) {
    accumulator.mergePacked(state, packed);
  } else {
    accumulator.merge(state, accumulator.unpack(packed));
  }
}

/** For a fact to remove that was never added. */
export function neverAdded(): RangeError {
  return new RangeError('Only a fact that was added can be removed');
}

/** For a count to lower that may not get below zero. */
export function oneLess(count: number): number {
  if (count === 0) {
    throw neverAdded();
  }
  return count - 1;
}
