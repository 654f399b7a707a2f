import type { Interval } from '@hindsight/backstage-plugin-incident-learning-common';
import { monthName } from '../format';

const DAY_MS = 86_400_000;

/** The end of a bucket, excluded, as milliseconds since 1970. */
export function bucketEnd(start: string, interval: Interval): number {
  const date = new Date(start);
  if (interval === 'month') {
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return date.getTime() + (interval === 'week' ? 7 : 1) * DAY_MS;
}

/** A tick of a time axis, at the start of a bucket. */
export interface TimeTick {
  at: Date;
  label: string;
}

/** Steps between ticks, in days, weeks or months. */
const STEPS: Record<Interval, number[]> = {
  day: [1, 2, 7, 14],
  week: [1, 2, 4, 8, 13, 26, 52],
  month: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600],
};

const CHARACTER_PX = 6.4;
const LABEL_GAP = 14;

/**
 * The ticks of a time axis: at starts of buckets only, and as many as have room
 * for their labels.
 *
 * @param anchor - the start of any bucket; weeks begin on Monday unless said
 */
export function timeTicks(options: {
  from: Date;
  to: Date;
  interval: Interval;
  width: number;
  anchor?: string;
}): TimeTick[] {
  const { from, to, interval, width, anchor } = options;
  const perMs = width / (to.getTime() - from.getTime());
  for (const step of STEPS[interval]) {
    const at = startsWithin(from, to, interval, step, anchor);
    const labels = timeTickLabels(at);
    const widthOf = (index: number) => labels[index].length * CHARACTER_PX;
    const roomOf = (index: number, until: Date) =>
      (until.getTime() - at[index].getTime()) * perMs;
    const apart = at
      .slice(1)
      .every(
        (next, index) => roomOf(index, next) >= widthOf(index) + LABEL_GAP,
      );
    if (apart) {
      return at
        .map((date, index) => ({ at: date, label: labels[index] }))
        .filter((_, index) => roomOf(index, to) >= widthOf(index));
    }
  }
  return [];
}

function startsWithin(
  from: Date,
  to: Date,
  interval: Interval,
  step: number,
  anchor?: string,
): Date[] {
  const starts: Date[] = [];
  if (interval === 'month') {
    const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
    for (let month = Math.ceil(first / step) * step; ; month += step) {
      const at = new Date(Date.UTC(2000, 0, 1));
      at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (at >= to) {
        return starts;
      }
      if (at >= from) {
        starts.push(at);
      }
    }
  }
  const length = (interval === 'week' ? 7 : 1) * DAY_MS;
  // 5 January 1970 was a Monday.
  const origin = anchor ? Date.parse(anchor) : 4 * DAY_MS;
  const begun = Math.ceil((from.getTime() - origin) / length) * length + origin;
  for (let at = begun; at < to.getTime(); at += length * step) {
    starts.push(new Date(at));
  }
  return starts;
}

/**
 * Labels for the ticks of a time axis, as short as can be: the year where a
 * year starts, the month where a month starts, else the day. The first tick
 * carries the year when no other does.
 */
function timeTickLabels(ticks: Date[]): string[] {
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
