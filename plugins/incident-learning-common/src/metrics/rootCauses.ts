import { z } from 'zod';
import { CAUSE_TYPES } from '../lessons/schema';
import {
  BucketCalendar,
  DEFAULT_BUCKET_CALENDAR,
  bucketStart,
} from './buckets';
import { Period, isWithin, previousPeriod } from './period';
import { INTERVALS, Interval } from './schema';

/** Root causes by type, and of how many published reviews. @public */
export const rootCauseCountsSchema = z.object({
  reviews: z.number().int(),
  counts: z.record(z.enum(CAUSE_TYPES), z.number().int()),
});

/** Root causes of published reviews, by type; a review belongs to the period of its first publication. @public */
export const rootCauseSeriesSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    interval: z.enum(INTERVALS),
    ...rootCauseCountsSchema.shape,
    /** Of the equally long period before. */
    previous: rootCauseCountsSchema,
    /** Buckets without a review are absent. */
    series: z.array(rootCauseCountsSchema.extend({ start: z.string() })),
  })
  .meta({ id: 'RootCauseSeries' });

/** @public */
export type RootCauseCounts = z.output<typeof rootCauseCountsSchema>;
/** @public */
export type RootCauseSeries = z.output<typeof rootCauseSeriesSchema>;

/** Root causes of the reviews of one bucket, or of a part of it. @public */
export interface RootCauseCount extends RootCauseCounts {
  /** Some time within that part, in epoch milliseconds. */
  at: number;
}

/**
 * Adds up root causes by type and bucket, in any order.
 *
 * @public
 */
export function foldRootCauses(options: {
  scope: string;
  period: Period;
  interval: Interval;
  /** Where buckets begin; in UTC, weeks on Monday, unless said. */
  calendar?: BucketCalendar;
}): { add(count: RootCauseCount): void; read(): RootCauseSeries } {
  const { scope, period, interval } = options;
  const { calendar = DEFAULT_BUCKET_CALENDAR } = options;
  const before = previousPeriod(period);
  const total = noCauses();
  const previous = noCauses();
  const buckets = new Map<number, RootCauseCounts>();
  return {
    add(more) {
      if (isWithin(more.at, before)) {
        addTo(previous, more);
      }
      if (isWithin(more.at, period)) {
        const start = bucketStart(more.at, interval, calendar);
        const bucket = buckets.get(start) ?? noCauses();
        buckets.set(start, bucket);
        addTo(bucket, more);
        addTo(total, more);
      }
    },
    read: () => ({
      scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      interval,
      ...total,
      previous,
      series: [...buckets]
        .sort(([a], [b]) => a - b)
        .map(([start, bucket]) => ({
          start: new Date(start).toISOString(),
          ...bucket,
        })),
    }),
  };
}

function noCauses(): RootCauseCounts {
  return {
    reviews: 0,
    counts: { technical: 0, process: 0, human: 0, organizational: 0 },
  };
}

function addTo(into: RootCauseCounts, { reviews, counts }: RootCauseCounts) {
  into.reviews += reviews;
  for (const type of CAUSE_TYPES) {
    into.counts[type] += counts[type];
  }
}
