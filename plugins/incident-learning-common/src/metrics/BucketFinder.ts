import {
  BucketCalendar,
  bucketOfFact,
  bucketStart,
  nextBucketStart,
} from './buckets';
import type { DatedFact } from './fact';
import type { Interval } from './schema';

/**
 * Finds the buckets of many facts. Time zones cost a look into their rules, so the bucket found last is remembered:
 * facts come mostly in the order of time.
 */
export class BucketFinder {
  private start = 0;
  private end = 0;

  constructor(
    private readonly interval: Interval,
    private readonly calendar: BucketCalendar,
  ) {}

  startOf(fact: DatedFact): number {
    const { interval, calendar } = this;
    if (calendar.timeZone === 'UTC') {
      return bucketStart(fact.at, interval, calendar);
    }
    if (fact.precision !== 'exact') {
      return bucketOfFact(fact, interval, calendar);
    }
    if (fact.at < this.start || fact.at >= this.end) {
      this.start = bucketStart(fact.at, interval, calendar);
      this.end = nextBucketStart(fact.at, interval, calendar);
    }
    return this.start;
  }
}
