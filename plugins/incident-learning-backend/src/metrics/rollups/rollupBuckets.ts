import {
  BucketCalendar,
  Period,
  bucketStart,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** How a period is made up: of whole months and days, and of what is left at its edges. */
export interface Cover {
  /** From the start of a whole month to the end of the last. */
  months?: Period;
  /** Whole days around them. */
  days: Period[];
  /** Parts of days. */
  rest: Period[];
}

/**
 * Covers a period by as few buckets as can be.
 *
 * @param largest - `day` covers by days alone, for series whose buckets are not months
 */
export function coverOf(
  period: Period,
  largest: 'day' | 'month',
  calendar: BucketCalendar,
): Cover {
  const whole = wholeBuckets(period, 'day', calendar);
  if (!whole) {
    return { days: [], rest: [period] };
  }
  const rest = around(period, whole);
  const months =
    largest === 'month' ? wholeBuckets(period, 'month', calendar) : undefined;
  return {
    months,
    days: months ? around(whole, months) : [whole],
    rest,
  };
}

function wholeBuckets(
  { from, to }: Period,
  size: 'day' | 'month',
  calendar: BucketCalendar,
): Period | undefined {
  const start = bucketStart(from, size, calendar);
  const first = start === from ? from : nextBucketStart(from, size, calendar);
  const last = bucketStart(to, size, calendar);
  return first < last ? { from: first, to: last } : undefined;
}

function around(outer: Period, inner: Period): Period[] {
  return [
    { from: outer.from, to: inner.from },
    { from: inner.to, to: outer.to },
  ].filter(({ from, to }) => from < to);
}
