import { DateTime } from 'luxon';
import type { BucketCalendar } from '../metrics/buckets';
import { BulletinFollowing, DAYS_OF_WEEK } from './schema';
import { periodOfWeek, shiftWeek, weekOf } from './weeks';

type Sending = Pick<BulletinFollowing['delivery'], 'day' | 'hour'>;

/**
 * The week whose bulletin was due last: of the weeks that are over, the latest after whose end the day and hour of
 * sending have come. It stays due until the next one is, so that a portal that was down sends it late rather than never.
 *
 * @param now - epoch milliseconds
 * @returns the week, and since when it is due in epoch milliseconds
 * @public
 */
export function dueWeek(
  now: number,
  sending: Sending,
  calendar: BucketCalendar,
): { week: string; since: number } {
  const last = shiftWeek(weekOf(now, calendar), -1);
  const since = sendingTime(last, sending, calendar);
  if (since <= now) {
    return { week: last, since };
  }
  const before = shiftWeek(last, -1);
  return { week: before, since: sendingTime(before, sending, calendar) };
}

function sendingTime(
  week: string,
  { day, hour }: Sending,
  calendar: BucketCalendar,
): number {
  const { to } = periodOfWeek(week, calendar);
  const weekday = DAYS_OF_WEEK.indexOf(day) + 1;
  const days = (weekday - calendar.firstDayOfWeek + 7) % 7;
  return DateTime.fromMillis(to, { zone: calendar.timeZone })
    .set({ hour: 12 })
    .plus({ days })
    .set({ hour })
    .toMillis();
}
