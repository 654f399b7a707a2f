import { Sample, countedSample, mean } from '../statistics';
import { KpiAccumulator, neverAdded } from './accumulator';
import { compareSamples } from './compareSamples';
import { statsOf } from './durations';
import { packNumbers, unpackNumbers } from './packing';

/** The highest rating there is. @public */
export const HIGHEST_RATING = 10;

/** @public */
export interface RatingState {
  /** How often each rating from 0 to 10 was given. */
  counts: number[];
  missing: number;
  invalid: number;
}

/**
 * Accumulates ratings; the headline is their mean, exact also in a rollup.
 *
 * @param ratingOf - a fact's rating; undefined where there is none, invalid where it is no whole number from 1 to 10
 * @public
 */
export function ratingAccumulator<Fact>(
  ratingOf: (fact: Fact) => number | undefined,
): KpiAccumulator<Fact, RatingState> {
  const count = (state: RatingState, fact: Fact, by: 1 | -1) => {
    const rating = ratingOf(fact);
    if (rating === undefined) {
      state.missing = changed(state.missing, by);
    } else if (isRating(rating)) {
      state.counts[rating] = changed(state.counts[rating], by);
    } else {
      state.invalid = changed(state.invalid, by);
    }
  };
  return {
    approximate: false,
    empty: () => ({
      counts: new Array<number>(HIGHEST_RATING + 1).fill(0),
      missing: 0,
      invalid: 0,
    }),
    add: (state, fact) => count(state, fact, 1),
    remove: (state, fact) => count(state, fact, -1),
    merge(state, other) {
      other.counts.forEach((times, rating) => {
        state.counts[rating] += times;
      });
      state.missing += other.missing;
      state.invalid += other.invalid;
    },
    read(state) {
      const { missing, invalid } = state;
      const sample = sampleOfRatings(state);
      const stats = statsOf(sample, mean(sample));
      return { value: stats?.mean, n: sample.size, stats, missing, invalid };
    },
    compare: (current, previous) =>
      compareSamples(sampleOfRatings(current), sampleOfRatings(previous)),
    pack: ({ counts, missing, invalid }) =>
      packNumbers([missing, invalid, ...counts]),
    unpack(packed) {
      const [missing = 0, invalid = 0, ...counts] = unpackNumbers(packed);
      if (counts.length > HIGHEST_RATING + 1) {
        throw new RangeError(`${packed} is no packed state of ratings`);
      }
      while (counts.length <= HIGHEST_RATING) {
        counts.push(0);
      }
      return { counts, missing, invalid };
    },
  };
}

function isRating(rating: number): boolean {
  return Number.isInteger(rating) && rating >= 1 && rating <= HIGHEST_RATING;
}

function changed(count: number, by: 1 | -1): number {
  if (count + by < 0) {
    throw neverAdded();
  }
  return count + by;
}

function sampleOfRatings({ counts }: RatingState): Sample {
  return countedSample([...counts.keys()], counts);
}
