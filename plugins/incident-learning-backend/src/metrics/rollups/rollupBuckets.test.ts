import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import fc from 'fast-check';
import { BucketSize, coverOf } from './rollupBuckets';

const DAY_MS = 86_400_000;
const START = Date.parse('2024-01-01');
const SIZES: BucketSize[][] = [['month', 'day'], ['month'], ['day'], []];

function countIn(periods: (Period | undefined)[], at: number): number {
  return periods.filter(one => one && at >= one.from && at < one.to).length;
}

describe('coverOf', () => {
  it('holds every moment of the period once, and no other', () => {
    const moment = fc.integer({ min: START, max: START + 900 * DAY_MS });
    fc.assert(
      fc.property(
        fc.uniqueArray(moment, { minLength: 2, maxLength: 2 }),
        moment,
        fc.array(moment, { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...SIZES),
        fc.constantFrom('UTC', 'America/New_York'),
        (ends, now, moments, sizes, timeZone) => {
          const [from, to] = ends.sort((a, b) => a - b);
          const { months, days, add, remove } = coverOf(
            { from, to },
            { sizes, calendar: { timeZone, firstDayOfWeek: 1 }, now },
          );
          for (const at of [from, to - 1, to, from - 1, ...moments]) {
            expect(
              countIn([months, ...days, ...add], at) - countIn(remove, at),
            ).toBe(at >= from && at < to ? 1 : 0);
          }
        },
      ),
    );
  });

  it('reads the smaller part of what is at the edges, and nothing of what is yet to come', () => {
    const day = (date: string) => Date.parse(date);
    expect(
      coverOf(
        { from: day('2024-01-03'), to: day('2024-06-12') },
        {
          sizes: ['month'],
          calendar: { timeZone: 'UTC', firstDayOfWeek: 1 },
          now: day('2024-06-12'),
        },
      ),
    ).toEqual({
      months: { from: day('2024-01-01'), to: day('2024-07-01') },
      days: [],
      add: [],
      remove: [
        { from: day('2024-01-01'), to: day('2024-01-03') },
        { from: day('2024-06-12'), to: day('2024-07-01') },
      ],
    });
  });
});
