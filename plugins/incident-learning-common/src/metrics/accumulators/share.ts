import { newcombePValue, wilsonInterval } from '../statistics';
import { KpiAccumulator, neverAdded } from './accumulator';
import { shiftOf } from './compareSamples';
import { packNumbers, unpackNumbers } from './packing';

/** @public */
export interface ShareState {
  numerator: number;
  denominator: number;
}

/**
 * Accumulates the share of what holds something true.
 *
 * @param holds - whether a fact does; of how many that a fact stands for how many do; or undefined where the share is
 *   not of such facts
 * @public
 */
export function shareAccumulator<Fact>(
  holds: (fact: Fact) => boolean | ShareState | undefined,
): KpiAccumulator<Fact, ShareState> {
  const partOf = (fact: Fact): ShareState => {
    const part = holds(fact);
    return typeof part === 'object'
      ? part
      : {
          numerator: part ? 1 : 0,
          denominator: part === undefined ? 0 : 1,
        };
  };
  return {
    approximate: false,
    empty: () => ({ numerator: 0, denominator: 0 }),
    add(state, fact) {
      const part = partOf(fact);
      state.numerator += part.numerator;
      state.denominator += part.denominator;
    },
    remove(state, fact) {
      const part = partOf(fact);
      const numerator = state.numerator - part.numerator;
      const denominator = state.denominator - part.denominator;
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
            share: {
              numerator,
              denominator,
              ci: wilsonInterval({ numerator, denominator }),
            },
          };
    },
    compare: (current, previous) => ({
      n: Math.min(current.denominator, previous.denominator),
      // Their cross product, so that equal shares are equal to the last bit.
      shift: shiftOf(
        current.numerator * previous.denominator -
          previous.numerator * current.denominator,
      ),
      pValue: newcombePValue(current, previous),
    }),
    pack: ({ numerator, denominator }) => packNumbers([denominator, numerator]),
    unpack(packed) {
      const [denominator = 0, numerator = 0] = unpackNumbers(packed);
      return { numerator, denominator };
    },
  };
}
