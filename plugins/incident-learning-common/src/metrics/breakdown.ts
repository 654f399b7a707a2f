import { z } from 'zod';
import { kpiReadingSchema, kpiSchema, metricsQuerySchema } from './schema';

/** By what a KPI can be broken down. @public */
export const BREAKDOWNS = ['team', 'severity', 'category'] as const;
/** @public */
export type Breakdown = (typeof BREAKDOWNS)[number];

/** @public */
export const breakdownQuerySchema = metricsQuerySchema
  .omit({ interval: true })
  .extend({
    /** The id of a KPI, such as `mttd`; not the score, which is made of others. */
    kpi: z.string().min(1, 'is empty: write the id of a KPI, such as mttd'),
    by: z.enum(BREAKDOWNS),
  });

/** A KPI's reading with what it leaves out. @public */
export const breakdownReadingSchema = kpiReadingSchema
  .extend({
    /** Those whose value is not known. */
    missing: z.number().int(),
    /** Those whose value cannot be true. */
    invalid: z.number().int(),
  })
  .meta({ id: 'BreakdownReading' });

/** @public */
export const breakdownItemSchema = breakdownReadingSchema
  .extend({
    /**
     * The owning team's entity ref, the severity or the category; absent for those that have none: no owner that the
     * catalog knows, no category.
     */
    key: z.string().optional(),
  })
  .meta({ id: 'BreakdownItem' });

/**
 * One KPI, value by value. An incident that touched services of several teams counts in each of these, and once in
 * `whole`; a review counts for what its incidents are. An action is its owner's team's, and of its own category.
 *
 * @public
 */
export const metricBreakdownSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    by: z.enum(BREAKDOWNS),
    kpi: kpiSchema.pick({
      id: true,
      name: true,
      definition: true,
      unit: true,
      direction: true,
      target: true,
    }),
    /** The reading of the whole scope. */
    whole: breakdownReadingSchema,
    /** The largest n first, severities from gravest to lightest; at most 200. */
    items: z.array(breakdownItemSchema),
    /** How many values there are; more than `items` where those are cut. */
    itemCount: z.number().int(),
  })
  .meta({ id: 'MetricBreakdown' });

/** @public */
export type BreakdownQuery = z.output<typeof breakdownQuerySchema>;
/** @public */
export type BreakdownReading = z.output<typeof breakdownReadingSchema>;
/** @public */
export type BreakdownItem = z.output<typeof breakdownItemSchema>;
/** @public */
export type MetricBreakdown = z.output<typeof metricBreakdownSchema>;
