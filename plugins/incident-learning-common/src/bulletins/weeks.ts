import { DateTime } from 'luxon';
import {
  BucketCalendar,
  DEFAULT_BUCKET_CALENDAR,
  bucketStart,
  nextBucketStart,
} from '../metrics/buckets';
import type { Period } from '../metrics/period';

/** The day that each week has exactly once and that names it, as in ISO 8601. */
const THURSDAY = 4;

/** Whether there is such a week: `2026-W47`. @public */
export function isWeek(text: string): boolean {
  return thursdayOf(text) !== undefined;
}

/**
 * The week that a time falls into, such as `2026-W47`: named as in ISO 8601 after the week of its Thursday, on whatever
 * day weeks begin.
 *
 * @param at - epoch milliseconds
 * @public
 */
export function weekOf(
  at: number,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): string {
  const start = DateTime.fromMillis(bucketStart(at, 'week', calendar), {
    zone: calendar.timeZone,
  });
  const days = (THURSDAY - calendar.firstDayOfWeek + 7) % 7;
  return nameOf(start.set({ hour: 12 }).plus({ days }));
}

/**
 * From when to when a week lasts.
 *
 * @param week - one that there is
 * @public
 */
export function periodOfWeek(
  week: string,
  calendar: BucketCalendar = DEFAULT_BUCKET_CALENDAR,
): Period {
  const thursday = thursdayOf(week, calendar.timeZone);
  if (!thursday) {
    throw new Error(`There is no week ${week}`);
  }
  const at = thursday.toMillis();
  return {
    from: bucketStart(at, 'week', calendar),
    to: nextBucketStart(at, 'week', calendar),
  };
}

/** The week so many weeks later, or earlier. @public */
export function shiftWeek(week: string, weeks: number): string {
  const thursday = thursdayOf(week);
  return thursday ? nameOf(thursday.plus({ weeks })) : week;
}

/** `week 47 of 2026`. @public */
export function weekTitle(week: string): string {
  const [year, number] = week.split('-W');
  return `week ${Number(number)} of ${year}`;
}

function nameOf(thursday: DateTime): string {
  return thursday.toFormat("kkkk-'W'WW");
}

/** Its noon. */
function thursdayOf(week: string, zone = 'UTC'): DateTime | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined) {
    return undefined;
  }
  const thursday = DateTime.fromObject(
    {
      weekYear: Number(year),
      weekNumber: Number(number),
      weekday: THURSDAY,
      hour: 12,
    },
    { zone },
  );
  return thursday.isValid ? thursday : undefined;
}
