import { z } from 'zod';
import { INCIDENT_KINDS, SEVERITIES } from '../incidents/vocabulary';
import { CAUSE_TYPES } from '../lessons/schema';
import { dataQualityCountsSchema } from '../metrics/dataQuality';
import { INTERVALS, kpiSchema } from '../metrics/schema';
import { incidentGroupSchema, patternsQuerySchema } from '../patterns/schema';
import { decisionFiguresSchema } from '../risk/decisions';
import { FINDING_RULES, RECOMMENDATION_RULES, TREND_TABLES } from './rules';

/** @public */
export const trendReportQuerySchema = patternsQuerySchema.extend({
  format: z.enum(['json', 'markdown', 'html', 'csv']).default('json'),
  /** Which table of the report, where the format is CSV. */
  table: z.enum(TREND_TABLES).default('kpis'),
});

/** A count of the period, and of the equally long one before it. */
const compared = {
  count: z.number().int(),
  previous: z.number().int(),
};

const comparedSchema = z.object(compared);

/** @public */
export const trendTotalsSchema = z.object({
  incidents: comparedSchema,
  /** By kind. */
  kinds: z.record(z.enum(INCIDENT_KINDS), comparedSchema),
  /** Without an entity. */
  unassigned: comparedSchema,
  /** Reviews of which a report was first published. */
  reviewsPublished: comparedSchema,
  lessonsPublished: comparedSchema,
  /** Actions that somebody committed to. */
  actionsCommitted: comparedSchema,
});

/** How improvements go: the actions that the caller may know of in the scope. @public */
export const trendEffectivenessSchema = z.object({
  /** Committed to in the period, cancelled ones aside. */
  committed: z.number().int(),
  /** Of these, completed or verified by now. */
  done: z.number().int(),
  /** Committed to at any time, not done by now, and due before today. */
  overdue: z.number().int(),
});

/** How often containment was approved, and how long that took. @public */
export const trendDecisionsSchema = decisionFiguresSchema.omit({
  scope: true,
  from: true,
  to: true,
});

/** A number of a finding, with what it counts. @public */
export const findingFigureSchema = z.object({
  name: z.string(),
  /** In the unit; durations in milliseconds, shares from 0 to 1. */
  value: z.number(),
  unit: z.enum([
    'count',
    'ms',
    'business-days',
    'share',
    'rating',
    'score',
    'probability',
  ]),
});

/** A sentence that the figures carry. @public */
export const trendFindingSchema = z
  .object({
    /** Unique in the report. */
    id: z.string(),
    rule: z.enum(FINDING_RULES),
    text: z.string(),
    tone: z.enum(['better', 'worse', 'notice']),
    /** How many incidents, reviews or actions it rests on. */
    n: z.number().int(),
    figures: z.array(findingFigureSchema),
    /** The rows behind it: a path within the portal. */
    link: z.string(),
  })
  .meta({ id: 'TrendFinding' });

/** What to do next. @public */
export const trendRecommendationSchema = z
  .object({
    id: z.string(),
    rule: z.enum(RECOMMENDATION_RULES),
    text: z.string(),
    /** Ids of the findings that it follows from. */
    because: z.array(z.string()),
    /** Where to do it: a path within the portal. */
    link: z.string(),
  })
  .meta({ id: 'TrendRecommendation' });

/** @public */
export const trendReportSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    /** The start of the equally long period before; it ends at `from`. */
    previousFrom: z.string(),
    generatedAt: z.string(),
    /** How the series are divided, and in which time zone days begin. */
    interval: z.enum(INTERVALS),
    timeZone: z.string(),
    totals: trendTotalsSchema,
    kpis: z.array(kpiSchema),
    severities: z.array(
      z.object({ severity: z.enum(SEVERITIES), ...compared }),
    ),
    /** The most frequent first, at most 20; absent `category` is not known. */
    categories: z.array(
      z.object({ category: z.string().optional(), ...compared }),
    ),
    categoryCount: z.number().int(),
    /** Root causes in reviews published in the period. */
    rootCauses: z.array(z.object({ type: z.enum(CAUSE_TYPES), ...compared })),
    /** The largest groups of one signature, at most 10. */
    repeats: z.array(incidentGroupSchema),
    /** The largest groups of one pattern that hit two or more entities, at most 10. */
    patterns: z.array(incidentGroupSchema),
    effectiveness: trendEffectivenessSchema,
    /** How containment was decided; absent of reports from before that was recorded. */
    decisions: trendDecisionsSchema.optional(),
    dataQuality: dataQualityCountsSchema,
    findings: z.array(trendFindingSchema),
    recommendations: z.array(trendRecommendationSchema),
  })
  .meta({ id: 'TrendReport' });

/** @public */
export type TrendReportQuery = z.output<typeof trendReportQuerySchema>;
/** @public */
export type TrendTotals = z.output<typeof trendTotalsSchema>;
/** @public */
export type TrendEffectiveness = z.output<typeof trendEffectivenessSchema>;
/** @public */
export type TrendDecisions = z.output<typeof trendDecisionsSchema>;
/** @public */
export type TrendFinding = z.output<typeof trendFindingSchema>;
/** @public */
export type TrendRecommendation = z.output<typeof trendRecommendationSchema>;
/** @public */
export type TrendReport = z.output<typeof trendReportSchema>;
/** The figures of a report, before anything is concluded from them. @public */
export type TrendFigures = Omit<TrendReport, 'findings' | 'recommendations'>;
