import fc from 'fast-check';
import {
  BucketCalendar,
  bucketOfFact,
  bucketStart,
  isTimeZone,
  isTooCoarse,
  nextBucketStart,
} from './buckets';
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

  it.each([
    // Summer time begins on 31 March and ends on 27 October 2024.
    ['Europe/Berlin', 1, 'day', '2024-03-31T12:00Z', '2024-03-30T23:00Z', 23],
    ['Europe/Berlin', 1, 'day', '2024-10-27T12:00Z', '2024-10-26T22:00Z', 25],
    ['Europe/Berlin', 1, 'week', '2024-03-31T21:59Z', '2024-03-24T23:00Z', 167],
    ['Europe/Berlin', 1, 'week', '2024-03-31T22:00Z', '2024-03-31T22:00Z', 168],
    [
      'Europe/Berlin',
      1,
      'month',
      '2024-02-29T23:00Z',
      '2024-02-29T23:00Z',
      743,
    ],
    // From Sunday on: 10 March 2024, on which summer time begins, is one.
    [
      'America/New_York',
      7,
      'week',
      '2024-03-10T05:00Z',
      '2024-03-10T05:00Z',
      167,
    ],
    [
      'America/New_York',
      7,
      'week',
      '2024-03-10T04:59Z',
      '2024-03-03T05:00Z',
      168,
    ],
    ['UTC', 7, 'week', '2024-05-18T23:59Z', '2024-05-12T00:00Z', 168],
    ['UTC', 6, 'week', '2024-05-18T00:00Z', '2024-05-18T00:00Z', 168],
    ['UTC', 1, 'month', '2024-02-10T00:00Z', '2024-02-01T00:00Z', 29 * 24],
    // Clocks went from 23:59 to 1:00, so that the day has no midnight.
    [
      'America/Sao_Paulo',
      1,
      'day',
      '2018-11-04T12:00Z',
      '2018-11-04T03:00Z',
      23,
    ],
    ['Asia/Kathmandu', 1, 'day', '2024-05-17T18:14Z', '2024-05-16T18:15Z', 24],
  ] as const)(
    'begins in %s, weeks on day %i, the %s of %s at %s, for %i hours',
    (timeZone, firstDayOfWeek, interval, time, start, hours) => {
      const calendar = { timeZone, firstDayOfWeek };
      const at = Date.parse(time);
      expect(bucketStart(at, interval, calendar)).toBe(Date.parse(start));
      expect(nextBucketStart(at, interval, calendar)).toBe(
        Date.parse(start) + hours * 3_600_000,
      );
    },
  );

  it('keeps a date without a time of day on that date in every time zone', () => {
    const day = (timeZone: string) =>
      new Date(
        bucketOfFact(
          { at: Date.parse('2024-03-01T00:00:00Z'), precision: 'day' },
          'month',
          { timeZone, firstDayOfWeek: 1 },
        ),
      ).toISOString();
    expect(day('America/New_York')).toBe('2024-03-01T05:00:00.000Z');
    expect(day('Asia/Tokyo')).toBe('2024-02-29T15:00:00.000Z');
    expect(day('UTC')).toBe('2024-03-01T00:00:00.000Z');
  });

  it('leaves no gap between one bucket and the next, wherever', () => {
    const calendars = fc.record<BucketCalendar>({
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/Sao_Paulo',
        'Australia/Lord_Howe',
        'Pacific/Apia',
      ),
      firstDayOfWeek: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(
        fc.integer({
          min: Date.parse('1950-01-01'),
          max: Date.parse('2050-01-01'),
        }),
        fc.constantFrom(...INTERVALS),
        calendars,
        (at, interval, calendar) => {
          const start = bucketStart(at, interval, calendar);
          const next = nextBucketStart(at, interval, calendar);
          expect(start).toBeLessThanOrEqual(at);
          expect(next).toBeGreaterThan(at);
          expect(bucketStart(next, interval, calendar)).toBe(next);
          expect(bucketStart(next - 1, interval, calendar)).toBe(start);
        },
      ),
    );
  });

  it('knows time zones by their names', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });
});
