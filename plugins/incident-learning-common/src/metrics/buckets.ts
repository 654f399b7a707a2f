import { DateTime, IANAZone } from 'luxon';
import { PRECISIONS, Precision } from '../incidents/vocabulary';
import type { DatedFact } from './fact';
import type { Period } from './period';
import type { Interval } from './schema';

const DAY_MS = 86_400_000;

/** Where days, weeks and months begin. @public */
export interface BucketCalendar {
  /** An IANA time zone, such as `Europe/Berlin`. */
  timeZone: string;
  /** 1 for Monday to 7 for Sunday. */
  firstDayOfWeek: number;
}

/** As in ISO 8601: UTC, weeks from Monday. @public */
export const DEFAULT_BUCKET_CALENDAR: BucketCalendar = {
  timeZone: 'UTC',
  firstDayOfWeek: 1,
};

/** From the start of a bucket, so long leads into the one after it. */
const AT_MOST_MS: Record<Interval, number> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 32 * DAY_MS,
};

/** The coarsest precision that still tells the bucket. */
const COARSEST: Record<Interval, Precision> = {
  day: 'day',
  week: 'day',
  month: 'month',
};

/**
 * Whether a time known only this precisely cannot be put into one bucket of a series.
 *
 * @public
 */
export function isTooCoarse(precision: Precision, interval: Interval): boolean {
  return PRECISIONS.indexOf(precision) > PRECISIONS.indexOf(COARSEST[interval]);
}

/** Whether there is such a time zone. @public */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * The start of the day, week or month that a time falls into.
 *
 * @param at - epoch milliseconds
 * @returns epoch milliseconds
 * @public
 */
export function bucketStart(
  at: number,
  interval: Interval,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): number {
  if (calendar.timeZone !== 'UTC') {
    return startInZone(zoned(at, calendar), interval, calendar).toMillis();
  }
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  const date = new Date(day);
  switch (interval) {
    case 'day':
      return day;
    case 'week':
      return day - daysInto(date.getUTCDay(), calendar) * DAY_MS;
    default:
      return date.setUTCDate(1);
  }
}

/**
 * The start of the bucket that follows the one of a time.
 *
 * @param at - epoch milliseconds
 * @returns epoch milliseconds
 * @public
 */
export function nextBucketStart(
  at: number,
  interval: Interval,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): number {
  const first = bucketStart(at, interval, calendar);
  if (calendar.timeZone === 'UTC') {
    return bucketStart(first + AT_MOST_MS[interval], interval, calendar);
  }
  const start = zoned(first, calendar);
  // From noon, so that a day of 23 or 25 hours neither keeps nor skips one.
  const next = start.set({ hour: 12 }).plus({ [interval]: 1 });
  return startInZone(next, interval, calendar).toMillis();
}

/**
 * Where a period and the buckets within it begin, the earliest first.
 *
 * @returns epoch milliseconds; nothing for a period that ends as it begins
 * @public
 */
export function bucketStartsOf(
  { from, to }: Period,
  interval: Interval,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): number[] {
  const starts: number[] = [];
  for (let at = from; at < to; at = nextBucketStart(at, interval, calendar)) {
    starts.push(at);
  }
  return starts;
}

/**
 * The start of the bucket of a fact. A date without a time of day is that date wherever one is.
 *
 * @returns epoch milliseconds
 * @public
 */
export function bucketOfFact(
  { at, precision }: DatedFact,
  interval: Interval,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): number {
  if (precision === 'exact' || calendar.timeZone === 'UTC') {
    return bucketStart(at, interval, calendar);
  }
  const date = DateTime.fromMillis(at, { zone: 'UTC' }).setZone(
    calendar.timeZone,
    { keepLocalTime: true },
  );
  return startInZone(date, interval, calendar).toMillis();
}

function zoned(at: number, { timeZone }: BucketCalendar): DateTime {
  return DateTime.fromMillis(at, { zone: timeZone });
}

function startInZone(
  time: DateTime,
  interval: Interval,
  calendar: BucketCalendar,
): DateTime {
  if (interval !== 'week') {
    return time.startOf(interval);
  }
  const days = daysInto(time.weekday, calendar);
  return time.set({ hour: 12 }).minus({ days }).startOf('day');
}

/** How many days of its week have passed. */
function daysInto(weekday: number, { firstDayOfWeek }: BucketCalendar): number {
  return (weekday - firstDayOfWeek + 7) % 7;
}
