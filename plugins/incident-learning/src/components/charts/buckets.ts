import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';
import { monthName } from '../format';

/** The end of a bucket, excluded, as milliseconds since 1970. */
export function bucketEnd(start: string, interval: Interval): number {
  const date = new Date(start);
  if (interval === 'month') {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return date.getTime() + (interval === 'week' ? 7 : 1) * 24 * 3_600_000;
}

/**
 * Labels for the ticks of a time axis, as short as can be: the year where a
 * year starts, the month where a month starts, else the day. The first tick
 * carries the year when no other does.
 */
export function timeTickLabels(ticks: Date[]): string[] {
  const startsYear = (date: Date) =>
    date.getUTCMonth() === 0 && date.getUTCDate() === 1;
  const anyYear = ticks.some(startsYear);
  return ticks.map((date, index) => {
    const year = String(date.getUTCFullYear());
    if (startsYear(date)) {
      return year;
    }
    const month = monthName(date);
    const label =
      date.getUTCDate() === 1 ? month : `${date.getUTCDate()} ${month}`;
    return index === 0 && !anyYear ? `${label} ${year}` : label;
  });
}
