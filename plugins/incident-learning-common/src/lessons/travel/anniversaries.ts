import type { Period } from '../../metrics/period';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When something happened whose anniversary falls into the days up to a day: of each number of years the period, from
 * midnight (UTC) to midnight. What happened on 29 February comes back on the 28th in other years.
 *
 * @param now - epoch ms, in the last of these days
 * @param options - after how many years, and over how many days it is told
 * @public
 */
export function anniversaryPeriods(
  now: number,
  { years, days }: { years: number[]; days: number },
): (Period & { years: number })[] {
  const tomorrow = Math.floor(now / DAY_MS) * DAY_MS + DAY_MS;
  return years.map(count => ({
    years: count,
    from: yearsBefore(tomorrow - days * DAY_MS, count),
    to: yearsBefore(tomorrow, count),
  }));
}

function yearsBefore(midnight: number, years: number): number {
  const date = new Date(midnight);
  return Date.UTC(
    date.getUTCFullYear() - years,
    date.getUTCMonth(),
    date.getUTCDate(),
  );
}
