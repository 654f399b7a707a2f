import { SEVERITIES, Severity } from '../../incidents/vocabulary';
import { Sample, countedSample, wilsonInterval } from '../statistics';
import type { KpiDistribution } from '../schema';
import { KpiAccumulator, neverAdded } from './accumulator';
import { compareSamples } from './compareSamples';
import { packNumbers, unpackNumbers } from './packing';

/**
 * Accumulates counts by severity. The headline is the share of critical or high among the known ones; it is absent
 * where none is known.
 *
 * @public
 */
export function severityAccumulator<
  Fact extends { severity: Severity },
>(): KpiAccumulator<Fact, KpiDistribution> {
  return {
    approximate: false,
    empty: () => ({ critical: 0, high: 0, medium: 0, low: 0, unknown: 0 }),
    add(state, { severity }) {
      state[severity] += 1;
    },
    remove(state, { severity }) {
      if (state[severity] === 0) {
        throw neverAdded();
      }
      state[severity] -= 1;
    },
    merge(state, other) {
      for (const severity of SEVERITIES) {
        state[severity] += other[severity];
      }
    },
    read(state) {
      const n = SEVERITIES.reduce((sum, level) => sum + state[level], 0);
      const known = n - state.unknown;
      const grave = state.critical + state.high;
      return {
        n,
        missing: state.unknown,
        invalid: 0,
        ...(n > 0 && { distribution: { ...state } }),
        ...(known > 0 && {
          value: grave / known,
          share: {
            numerator: grave,
            denominator: known,
            ci: wilsonInterval({ numerator: grave, denominator: known }),
          },
        }),
      };
    },
    compare: (current, previous) =>
      compareSamples(gravityOf(current), gravityOf(previous)),
    pack: state => packNumbers(SEVERITIES.map(level => state[level])),
    unpack(packed) {
      const [critical = 0, high = 0, medium = 0, low = 0, unknown = 0] =
        unpackNumbers(packed);
      return { critical, high, medium, low, unknown };
    },
  };
}

/** The known severities as ordered levels. */
function gravityOf({ low, medium, high, critical }: KpiDistribution): Sample {
  return countedSample([0, 1, 2, 3], [low, medium, high, critical]);
}
