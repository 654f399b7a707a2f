import { z } from 'zod';
import { RISK_FACTORS } from '../risk/factors';
import { unitIntervalSchema } from './fields';

/** What the risk score weighs, each 0 to 1; a factor not known is absent. @public */
export const riskFactorsSchema = z
  .object({
    exposure: unitIntervalSchema.optional(),
    severity: unitIntervalSchema.optional(),
    controlGap: unitIntervalSchema.optional(),
    activity: unitIntervalSchema.optional(),
    businessImpact: unitIntervalSchema.optional(),
  })
  .meta({ id: 'RiskFactors' });

/** An incident's risk by the active profile; drills have none. @public */
export const incidentRiskSchema = z
  .object({
    /** The weighted mean of the factors that are known; absent where none that counts is. */
    score: unitIntervalSchema.optional(),
    /** What the score can be, whatever the factors are that are not known. */
    range: z.object({ low: unitIntervalSchema, high: unitIntervalSchema }),
    /** What was stated, and what was derived where nothing was. */
    factors: riskFactorsSchema,
    /** Which of these were derived. */
    derived: z.array(z.enum(RISK_FACTORS)),
    /** Factors that count and are not known. */
    missing: z.array(z.enum(RISK_FACTORS)),
    priority: z.boolean(),
  })
  .meta({ id: 'IncidentRisk' });

/** @public */
export type IncidentRisk = z.output<typeof incidentRiskSchema>;
