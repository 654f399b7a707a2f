import { z } from 'zod';
import { unitIntervalSchema } from '../incidents/fields';
import { incidentRiskSchema, riskFactorsSchema } from '../incidents/risk';
import { RISK_FACTORS } from './factors';
import { MAX_RISK_INCIDENTS, riskFilterSchema } from './inputs';
import { riskModelSchema, riskScenarioSchema } from './model';

/** An incident that need not be stored, to be weighed by itself. @public */
export const looseRiskInputSchema = z.strictObject({
  id: z.string().min(1).max(300),
  title: z.string().max(300).optional(),
  factors: riskFactorsSchema,
});

/**
 * What to evaluate: the incidents of a filter, or those that the request brings along.
 *
 * @public
 */
export const riskEvaluationInputSchema = z
  .strictObject({
    /** By the active profile unless said. */
    scenario: riskScenarioSchema.optional(),
    /** What it is compared with; nothing unless said. */
    before: riskScenarioSchema.optional(),
    filter: riskFilterSchema.strict().optional(),
    incidents: z
      .array(looseRiskInputSchema)
      .max(
        MAX_RISK_INCIDENTS,
        `has more than ${MAX_RISK_INCIDENTS} incidents: send fewer, or store them and send a filter`,
      )
      .optional(),
    /** How many of the highest to answer with. */
    top: z.number().int().min(0).max(1000).default(10),
    /** Whether to tell at which weights decisions about the ten highest change. */
    sensitivity: z.boolean().default(false),
  })
  .refine(({ filter, incidents }) => !(filter && incidents), {
    path: ['incidents'],
    message: 'cannot be sent with a filter: send the one or the other',
  })
  .meta({ id: 'RiskEvaluationInput' });

/** @public */
export type RiskEvaluationInput = z.input<typeof riskEvaluationInputSchema>;

/** An incident with its score and place. @public */
export const rankedIncidentSchema = z
  .object({
    id: z.string(),
    title: z.string().optional(),
    rank: z.number().int(),
    /** Places it has gone up, down where negative; only of a comparison. */
    rankChange: z.number().int().optional(),
    ...incidentRiskSchema.shape,
  })
  .meta({ id: 'RankedIncident' });

/** @public */
export type RankedIncident = z.output<typeof rankedIncidentSchema>;

/** The figures of one side of a what-if. @public */
export const riskFiguresSchema = z
  .object({
    /** The score from which on an incident has priority; absent where there is none. */
    threshold: unitIntervalSchema.optional(),
    incidents: z.number().int(),
    /** How many have a score. */
    scored: z.number().int(),
    /** How many of those have factors that are not known. */
    incomplete: z.number().int(),
    priorityCount: z.number().int(),
    /** What to know before reading the figures, in words. */
    notes: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'RiskFigures' });

/** @public */
export type RiskFigures = z.output<typeof riskFiguresSchema>;

/** @public */
export const riskEvaluationSchema = z
  .object({
    model: riskModelSchema,
    ...riskFiguresSchema.shape,
    /** The highest first. */
    top: z.array(rankedIncidentSchema),
    /** What differs from `before`. */
    comparison: z
      .object({
        before: riskFiguresSchema,
        becomesCount: z.number().int(),
        ceasesCount: z.number().int(),
        /** Those that gain and lose priority, at most 1,000 each. */
        becomes: z.array(rankedIncidentSchema),
        ceases: z.array(rankedIncidentSchema),
        /** How many change their place. */
        moved: z.number().int(),
        topTenKept: z.number().int(),
      })
      .optional(),
    sensitivity: z
      .array(
        z.object({
          factor: z.enum(RISK_FACTORS),
          weight: z.number(),
          flips: z.array(
            z.object({
              id: z.string(),
              /** The weight at which the decision changes, the other weights in their proportions. */
              at: z.number(),
              becomesPriority: z.boolean(),
            }),
          ),
        }),
      )
      .optional(),
  })
  .meta({ id: 'RiskEvaluation' });

/** @public */
export type RiskEvaluationAnswer = z.output<typeof riskEvaluationSchema>;
