const DAY_MS = 24 * 60 * 60 * 1000;

/** What counts as a day on which people work, in UTC. @public */
export interface WorkCalendar {
  /** Days of the week without work, 0 for Sunday. */
  weekend: number[];
  /** Dates without work, such as `2024-12-25`. */
  holidays: string[];
}

/** Monday to Friday, no holidays. @public */
export const DEFAULT_CALENDAR: WorkCalendar = { weekend: [0, 6], holidays: [] };

/** Whether people work on the day of a time. @public */
export function isBusinessDay(ms: number, calendar: WorkCalendar): boolean {
  return (
    !calendar.weekend.includes(new Date(ms).getUTCDay()) &&
    !calendar.holidays.includes(new Date(ms).toISOString().slice(0, 10))
  );
}

/** The same time of day so many business days later. @public */
export function addBusinessDays(
  at: string,
  days: number,
  calendar: WorkCalendar = DEFAULT_CALENDAR,
): string {
  let ms = Date.parse(at);
  let left = days;
  // A calendar without any day to work on must not keep us here for ever.
  for (let step = 0; left > 0 && step < 3660; step++) {
    ms += DAY_MS;
    if (isBusinessDay(ms, calendar)) {
      left--;
    }
  }
  return new Date(ms).toISOString();
}

/**
 * Business time from one time to another, in days: each whole or part of a day counts for as much as of it was on a
 * business day. Negative where the second is earlier.
 *
 * @public
 */
export function businessDaysBetween(
  from: string,
  to: string,
  calendar: WorkCalendar = DEFAULT_CALENDAR,
): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (end < start) {
    return -businessDaysBetween(to, from, calendar);
  }
  let worked = 0;
  for (let day = Math.floor(start / DAY_MS); day * DAY_MS < end; day++) {
    if (isBusinessDay(day * DAY_MS, calendar)) {
      const opens = Math.max(start, day * DAY_MS);
      const closes = Math.min(end, (day + 1) * DAY_MS);
      worked += closes - opens;
    }
  }
  return worked / DAY_MS;
}
