import type {
  Interval,
  Precision,
} from '@hindsight/backstage-plugin-incident-learning-common';

const MONTHS = [
  ['Jan', 'January'],
  ['Feb', 'February'],
  ['Mar', 'March'],
  ['Apr', 'April'],
  ['May', 'May'],
  ['Jun', 'June'],
  ['Jul', 'July'],
  ['Aug', 'August'],
  ['Sep', 'September'],
  ['Oct', 'October'],
  ['Nov', 'November'],
  ['Dec', 'December'],
];

/**
 * Writes a time in UTC, no finer than it is known: `14 May 2013, 09:05 UTC`
 * (exact), `14 May 2013` (day), `May 2013` (month), `2013` (year). A text that
 * is no time is `unknown`.
 *
 * @public
 */
export function formatTime(
  time: string | Date,
  precision: Precision = 'exact',
): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) {
    return 'unknown';
  }
  const year = String(date.getUTCFullYear());
  if (precision === 'year') {
    return year;
  }
  const month = `${monthName(date)} ${year}`;
  if (precision === 'month') {
    return month;
  }
  const day = `${date.getUTCDate()} ${month}`;
  return precision === 'day' ? day : `${day}, ${clock(date)} UTC`;
}

/**
 * Writes a period with an excluded end by the days it covers:
 * `1 May 2013 – 31 May 2013`.
 *
 * @public
 */
export function formatPeriod(from: string, to: string): string {
  const first = formatTime(from, 'day');
  const last = formatTime(new Date(new Date(to).getTime() - 1), 'day');
  return first === last ? first : `${first} – ${last}`;
}

/**
 * Names a bucket by its start: `14 May 2013`, `week of 13 May 2013`,
 * `May 2013`.
 *
 * @public
 */
export function formatBucket(start: string, interval: Interval): string {
  if (interval === 'month') {
    return formatTime(start, 'month');
  }
  const day = formatTime(start, 'day');
  return interval === 'week' ? `week of ${day}` : day;
}

/**
 * The name of a month in UTC, `May`, or in full, `September`.
 *
 * @public
 */
export function monthName(date: Date, form: 'short' | 'long' = 'short') {
  return MONTHS[date.getUTCMonth()][form === 'short' ? 0 : 1];
}

function clock(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
