import { PRECISIONS, Precision } from '../incidents/vocabulary';
import type { Interval } from './schema';

const DAY_MS = 86_400_000;

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

/**
 * The start in UTC of the day, week (from Monday, as in ISO 8601) or month that a time falls into.
 *
 * @param at - epoch milliseconds
 * @returns epoch milliseconds
 * @public
 */
export function bucketStart(at: number, interval: Interval): number {
  const day = Math.floor(at / DAY_MS) * DAY_MS;
  if (interval === 'day') {
    return day;
  }
  const date = new Date(day);
  if (interval === 'week') {
    const daysSinceMonday = (date.getUTCDay() + 6) % 7;
    return day - daysSinceMonday * DAY_MS;
  }
  return date.setUTCDate(1);
}
