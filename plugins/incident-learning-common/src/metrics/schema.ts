import { z } from 'zod';
import { boundarySchema, scopeSchema } from '../http/query';
import { PRECISIONS, SEVERITIES } from '../incidents/vocabulary';
import { KPI_UNITS } from './definitions';

/** @public */
export const INTERVALS = ['day', 'week', 'month'] as const;
/** @public */
export type Interval = (typeof INTERVALS)[number];

/** @public */
export const VERDICTS = [
  'improved',
  'worsened',
  'no-detectable-change',
  'not-enough-data',
] as const;

const intervalBounds = z.tuple([z.number(), z.number()]);

/** Of durations or ratings, in the KPI's unit. @public */
export const kpiStatsSchema = z.object({
  mean: z.number(),
  median: z.number(),
  p90: z.number(),
  /** The 95 % interval of the median; absent for fewer than six. */
  ci: intervalBounds.optional(),
});

/** @public */
export const kpiShareSchema = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  /** The 95 % interval of the share, by Wilson. */
  ci: intervalBounds.optional(),
});

/** Counts by severity. @public */
export const kpiDistributionSchema = z.record(
  z.enum(SEVERITIES),
  z.number().int(),
);

/** What a KPI reads over one set of incidents; `value` is absent where there is no data. @public */
export const kpiReadingSchema = z
  .object({
    value: z.number().optional(),
    n: z.number().int(),
    stats: kpiStatsSchema.optional(),
    share: kpiShareSchema.optional(),
    distribution: kpiDistributionSchema.optional(),
  })
  .meta({ id: 'KpiReading' });

/** What one KPI adds to a score. @public */
export const scorePartSchema = z.object({
  id: z.string(),
  name: z.string(),
  weight: z.number(),
  /** How far the KPI meets its target, 0 to 1; absent where it has no data. */
  attainment: z.number().optional(),
  /** The same in the period before. */
  previousAttainment: z.number().optional(),
});

/** @public */
export const kpiSchema = z
  .object({
    /** One of `KPI_IDS`, or of a KPI that a module adds. */
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    unit: z.enum(KPI_UNITS),
    direction: z.enum(['lower', 'higher']),
    /** A number in the KPI's unit, or that it should move in its direction. */
    target: z.union([z.number(), z.literal('trend')]),
    /** Whether the target is met; absent where there is no data, or the target is a trend and no change can be told. */
    attained: z.boolean().optional(),
    ...kpiReadingSchema.shape,
    /** Of what it counts in the period, how many have no known value; of a score, how many KPIs have no data. */
    missing: z.number().int(),
    /** How many have a value that cannot be true, such as a negative duration. */
    invalid: z.number().int(),
    /** Counted in the total, but known too coarsely for a bucket of the series. */
    undated: z.number().int(),
    approximate: z.boolean(),
    previous: kpiReadingSchema,
    /** Whether it changed against the period before. */
    verdict: z.enum(VERDICTS).optional(),
    /** Of the change, two-sided; absent where there is not enough data. */
    pValue: z.number().optional(),
    /** Buckets without data are absent. */
    series: z.array(kpiReadingSchema.extend({ start: z.string() })),
    /** Over the series; absent for fewer than six buckets with a value, and for more than 400. */
    trend: z
      .object({
        /** Theil–Sen, in the KPI's unit. */
        slopePerYear: z.number(),
        /** Mann–Kendall, two-sided. */
        pValue: z.number(),
      })
      .optional(),
    /** Of a score: the KPIs with data that it, or that of the period before, is the weighted mean of. */
    breakdown: z.array(scorePartSchema).optional(),
  })
  .meta({ id: 'Kpi' });

/** @public */
export const metricsSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    interval: z.enum(INTERVALS),
    /** The IANA time zone in which days, weeks and months begin. */
    timeZone: z.string(),
    /** 1 for Monday to 7 for Sunday. */
    firstDayOfWeek: z.number().int(),
    /** Incidents of the period in the scope, drills aside. */
    incidents: z.number().int(),
    kpis: z.array(kpiSchema),
  })
  .meta({ id: 'Metrics' });

/** @public */
export const metricsQuerySchema = z.object({
  scope: scopeSchema.default('org'),
  /** The period's start, inclusive; 365 days before its end unless said. */
  from: boundarySchema,
  /** The period's end, exclusive; now unless said. */
  to: boundarySchema,
  interval: z.enum(INTERVALS).default('month'),
});

/** One incident as a dot of a chart of durations. @public */
export const metricPointSchema = z.object({
  id: z.string(),
  title: z.string(),
  at: z.string(),
  /** How finely `at` is known. */
  precision: z.enum(PRECISIONS),
  severity: z.enum(SEVERITIES),
  timeToDetectMs: z.number().optional(),
  timeToContainMs: z.number().optional(),
  timeToResolveMs: z.number().optional(),
});

/** @public */
export const metricPointsSchema = z.object({
  items: z.array(metricPointSchema),
  /** How many incidents have a dot; more than `items` where those are a sample. */
  totalItems: z.number().int(),
});

/** @public */
export type KpiStats = z.output<typeof kpiStatsSchema>;
/** @public */
export type KpiShare = z.output<typeof kpiShareSchema>;
/** @public */
export type KpiDistribution = z.output<typeof kpiDistributionSchema>;
/** @public */
export type KpiReading = z.output<typeof kpiReadingSchema>;
/** @public */
export type ScorePart = z.output<typeof scorePartSchema>;
/** @public */
export type Kpi = z.output<typeof kpiSchema>;
/** @public */
export type Metrics = z.output<typeof metricsSchema>;
/** @public */
export type MetricsQuery = z.output<typeof metricsQuerySchema>;
/** @public */
export type MetricPoint = z.output<typeof metricPointSchema>;
