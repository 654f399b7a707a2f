import { KpiAccumulator, neverAdded } from './accumulator';

/** @public */
export interface ShareState {
  numerator: number;
  denominator: number;
}

/**
 * Accumulates the share of facts that hold something true.
 *
 * @public
 */
export function shareAccumulator<Fact>(
  holds: (fact: Fact) => boolean,
): KpiAccumulator<Fact, ShareState> {
  return {
    empty: () => ({ numerator: 0, denominator: 0 }),
    add(state, fact) {
      state.numerator += holds(fact) ? 1 : 0;
      state.denominator += 1;
    },
    remove(state, fact) {
      const numerator = state.numerator - (holds(fact) ? 1 : 0);
      const denominator = state.denominator - 1;
      if (numerator < 0 || numerator > denominator) {
        throw neverAdded();
      }
      state.numerator = numerator;
      state.denominator = denominator;
    },
    merge(state, other) {
      state.numerator += other.numerator;
      state.denominator += other.denominator;
    },
    read({ numerator, denominator }) {
      const counted = { n: denominator, missing: 0, invalid: 0 };
      return denominator === 0
        ? counted
        : {
            ...counted,
            value: numerator / denominator,
            share: { numerator, denominator },
          };
    },
  };
}
