import { InputError } from '@backstage/errors';
import {
  BucketCalendar,
  CountingMoment,
  Interval,
  Period,
  bucketStart,
  nextBucketStart,
} from '@hindsight/backstage-plugin-incident-learning-common';

const MAX_MOMENTS = 260;

/**
 * The moments at which the weeks or months of a period end; of one under way, now.
 *
 * @param now - epoch milliseconds
 * @throws InputError when there are more than a table holds
 */
export function momentsOf(
  { from, to }: Period,
  options: { interval: Interval; calendar: BucketCalendar; now: number },
): CountingMoment[] {
  const { interval, calendar, now } = options;
  const end = Math.min(to, now);
  const moments: CountingMoment[] = [];
  for (let start = bucketStart(from, interval, calendar); start < end; ) {
    const next = nextBucketStart(start, interval, calendar);
    const at = Math.min(next, end);
    moments.push({ start, at, date: dateAt(at, calendar) });
    if (moments.length > MAX_MOMENTS) {
      throw new InputError(
        `Query parameter from begins more than ${MAX_MOMENTS} ${interval}s before to: choose a shorter period${
          interval === 'week' ? ', or months' : ''
        }`,
      );
    }
    start = next;
  }
  return moments;
}

/** The day that it is at a time, such as `2024-05-17`. */
export function dateAt(at: number, { timeZone }: BucketCalendar): string {
  // Swedish writes dates as ISO 8601 does.
  return new Date(at).toLocaleDateString('sv-SE', { timeZone });
}
