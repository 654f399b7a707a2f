import fc from 'fast-check';
import { bucketStart, isTooCoarse } from './buckets';
import { INTERVALS, Interval } from './schema';

function startOf(time: string, interval: Interval): string {
  return new Date(bucketStart(Date.parse(time), interval)).toISOString();
}

describe('buckets', () => {
  it.each([
    ['day', '2024-02-29T23:59:59.999Z', '2024-02-29T00:00:00.000Z'],
    ['day', '2024-03-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
    // Friday, Monday, Sunday; over the turn of a year; before 1970.
    ['week', '2024-05-17T12:00:00.000Z', '2024-05-13T00:00:00.000Z'],
    ['week', '2024-05-13T00:00:00.000Z', '2024-05-13T00:00:00.000Z'],
    ['week', '2024-05-19T23:59:59.999Z', '2024-05-13T00:00:00.000Z'],
    ['week', '2025-01-01T08:00:00.000Z', '2024-12-30T00:00:00.000Z'],
    ['week', '1969-12-31T12:00:00.000Z', '1969-12-29T00:00:00.000Z'],
    ['month', '2024-12-31T23:59:59.999Z', '2024-12-01T00:00:00.000Z'],
    ['month', '1969-12-31T12:00:00.000Z', '1969-12-01T00:00:00.000Z'],
    ['month', '0099-02-03T00:00:00.000Z', '0099-02-01T00:00:00.000Z'],
  ] as const)('starts the %s of %s at %s', (interval, time, start) => {
    expect(startOf(time, interval)).toBe(start);
  });

  it('tells which precision is too coarse for a bucket', () => {
    const known = (interval: Interval) =>
      (['exact', 'day', 'month', 'year'] as const).filter(
        precision => !isTooCoarse(precision, interval),
      );
    expect(known('day')).toEqual(['exact', 'day']);
    expect(known('week')).toEqual(['exact', 'day']);
    expect(known('month')).toEqual(['exact', 'day', 'month']);
  });

  it('puts every time into one bucket, whose start is in it too', () => {
    const longest = { day: 1, week: 7, month: 31 };
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-02-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...INTERVALS),
        (date, interval) => {
          const at = date.getTime();
          const start = bucketStart(at, interval);
          expect(bucketStart(start, interval)).toBe(start);
          expect(start).toBeLessThanOrEqual(at);
          expect(at - start).toBeLessThan(longest[interval] * 86_400_000);
        },
      ),
    );
  });
});
