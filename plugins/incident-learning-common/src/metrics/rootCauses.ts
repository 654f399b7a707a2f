import { z } from 'zod';
import { CAUSE_TYPES, CauseType } from '../lessons/schema';
import {
  BucketCalendar,
  DEFAULT_BUCKET_CALENDAR,
  bucketStart,
} from './buckets';
import type { PublicationFact } from './fact';
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

/** A published review with the root causes of the report that stands. @public */
export interface RootCauseFact extends PublicationFact {
  causes: CauseType[];
}

/**
 * Counts root causes by type and bucket, one review at a time and in any order.
 *
 * @public
 */
export function foldRootCauses(options: {
  scope: string;
  period: Period;
  interval: Interval;
  /** Where buckets begin; in UTC, weeks on Monday, unless said. */
  calendar?: BucketCalendar;
}): { add(fact: RootCauseFact): void; read(): RootCauseSeries } {
  const { scope, period, interval } = options;
  const { calendar = DEFAULT_BUCKET_CALENDAR } = options;
  const before = previousPeriod(period);
  const total = noCauses();
  const previous = noCauses();
  const buckets = new Map<number, RootCauseCounts>();
  return {
    add(fact) {
      if (isWithin(fact.at, before)) {
        count(previous, fact);
      }
      if (isWithin(fact.at, period)) {
        const start = bucketStart(fact.at, interval, calendar);
        const bucket = buckets.get(start) ?? noCauses();
        buckets.set(start, bucket);
        count(bucket, fact);
        count(total, fact);
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

function count(into: RootCauseCounts, { causes }: RootCauseFact): void {
  into.reviews += 1;
  for (const type of causes) {
    into.counts[type] += 1;
  }
}
