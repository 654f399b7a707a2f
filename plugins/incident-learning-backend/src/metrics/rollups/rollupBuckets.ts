import {
  BucketCalendar,
  Period,
  bucketStart,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A size of bucket that there are rollups of. */
export type BucketSize = 'day' | 'month';

/** How a period is made up of buckets. Of those at its edges, whichever is less is read from the facts themselves. */
export interface Cover {
  /** From the start of the first month to the end of the last. */
  months?: Period;
  days: Period[];
  /** Parts of buckets, to be added. */
  add: Period[];
  /** What the buckets hold beyond the period, to be taken out again. */
  remove: Period[];
}

export interface CoverOptions {
  /** From the largest to the smallest. */
  sizes: BucketSize[];
  calendar: BucketCalendar;
  /** Beyond it next to nothing is to be read. */
  now: number;
}

/** Covers a period by as few buckets as can be. */
export function coverOf(period: Period, options: CoverOptions): Cover {
  const { calendar } = options;
  const [size, ...smaller] = options.sizes;
  if (!size) {
    return { days: [], add: [period], remove: [] };
  }
  if (smaller.length > 0) {
    const whole = wholeBuckets(period, size, calendar);
    const parts = (whole ? around(period, whole) : [period]).map(part =>
      coverOf(part, { ...options, sizes: smaller }),
    );
    return {
      months: whole,
      days: parts.flatMap(part => part.days),
      add: parts.flatMap(part => part.add),
      remove: parts.flatMap(part => part.remove),
    };
  }
  const { buckets, ...facts } = nearestBuckets(period, size, options);
  return size === 'month'
    ? { months: buckets, days: [], ...facts }
    : { days: buckets ? [buckets] : [], ...facts };
}

/** The buckets that a period begins and ends nearest to. */
function nearestBuckets(
  { from, to }: Period,
  size: BucketSize,
  { calendar, now }: CoverOptions,
): Pick<Cover, 'add' | 'remove'> & { buckets?: Period } {
  const first = bucketStart(from, size, calendar);
  const second = nextBucketStart(from, size, calendar);
  const last = bucketStart(to, size, calendar);
  const end = nextBucketStart(to, size, calendar);
  const yetToCome = Math.max(0, end - Math.max(now, to));
  const buckets = {
    from: from - first < second - from ? first : second,
    to: end - yetToCome - to < to - last ? end : last,
  };
  if (first === last || buckets.from >= buckets.to) {
    return { add: [{ from, to }], remove: [] };
  }
  return {
    buckets,
    add: [
      { from, to: buckets.from },
      { from: buckets.to, to },
    ].filter(isSome),
    remove: [
      { from: buckets.from, to: from },
      { from: to, to: buckets.to },
    ].filter(isSome),
  };
}

function wholeBuckets(
  { from, to }: Period,
  size: BucketSize,
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
  ].filter(isSome);
}

function isSome({ from, to }: Period): boolean {
  return from < to;
}

/** Periods of which none overlaps another, with all that is in them. */
export function joined(periods: Period[]): Period[] {
  const all: Period[] = [];
  for (const { from, to } of [...periods].sort((a, b) => a.from - b.from)) {
    const last = all[all.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else {
      all.push({ from, to });
    }
  }
  return all;
}
