import { z } from 'zod';
import { unitIntervalSchema } from '../incidents/fields';
import { PerRiskFactor, RISK_FACTORS } from './factors';
import { formatWeights, normalizeWeights, sumOfWeights } from './weights';

/** How far a sum of weights may be from 1 and still be taken for 1. */
const SUM_TOLERANCE = 1e-9;

const weightSchema = z
  .number({ message: 'is no number: give a weight from 0 to 1' })
  .min(0, 'is negative: a weight is 0 or more')
  .max(1, 'is above 1: weights go from 0 to 1 and sum to 1');

/** How much each factor counts. Weights sum to 1; others are refused, with what they would be if they did. @public */
export const riskWeightsSchema = z
  .strictObject({
    exposure: weightSchema,
    severity: weightSchema,
    controlGap: weightSchema,
    activity: weightSchema,
    businessImpact: weightSchema,
  })
  .superRefine((weights, context) => {
    const message = sumProblem(weights);
    if (message) {
      context.addIssue({ code: 'custom', message });
    }
  })
  .meta({ id: 'RiskWeights' });

function sumProblem(weights: PerRiskFactor): string | undefined {
  const sum = sumOfWeights(weights);
  // A wrong weight has its own message.
  if (RISK_FACTORS.some(factor => weights[factor] < 0)) {
    return undefined;
  }
  if (sum === 0) {
    return 'sum to 0: at least one factor has to count';
  }
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) {
    return undefined;
  }
  const proportional = formatWeights(normalizeWeights(weights));
  return `sum to ${Number(
    sum.toPrecision(12),
  )} instead of 1: in the same proportions they are ${proportional}`;
}

/** From which score on an incident has priority. @public */
export const riskThresholdSchema = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('absolute'),
        /** A score. */
        value: unitIntervalSchema,
      }),
      z.strictObject({
        kind: z.literal('quantile'),
        /** 0.8 is the score that 80 % of the incidents stay below. */
        value: z
          .number({ message: 'is no number' })
          .min(0, { error: quantileMessage })
          .max(1, { error: quantileMessage }),
      }),
    ],
    { message: 'is no kind of threshold: write absolute or quantile' },
  )
  .meta({ id: 'RiskThreshold' });

function quantileMessage({ input }: { input?: unknown }): string {
  return `is ${input}: a quantile goes from 0 to 1, such as 0.8 for the highest fifth`;
}

/** How risk is weighed: a profile's version, or what a what-if tries out. @public */
export const riskModelSchema = z
  .strictObject({ weights: riskWeightsSchema, threshold: riskThresholdSchema })
  .meta({ id: 'RiskModel' });

const shiftSchema = z
  .number({ message: 'is no number' })
  .min(-1, 'is below -1: a factor goes from 0 to 1')
  .max(1, 'is above 1: a factor goes from 0 to 1');

/** What a what-if takes to be different from what is known of the incidents. @public */
export const riskAssumptionsSchema = z
  .strictObject({
    /** What every factor that is not known is taken to be. */
    missing: unitIntervalSchema.optional(),
    /** What is added to a factor of every incident; the sum is cut to 0 to 1. */
    shift: z
      .strictObject({
        exposure: shiftSchema.optional(),
        severity: shiftSchema.optional(),
        controlGap: shiftSchema.optional(),
        activity: shiftSchema.optional(),
        businessImpact: shiftSchema.optional(),
      })
      .optional(),
  })
  .meta({ id: 'RiskAssumptions' });

/** One side of a what-if. @public */
export const riskScenarioSchema = z
  .strictObject({
    model: riskModelSchema,
    assumptions: riskAssumptionsSchema.optional(),
  })
  .meta({ id: 'RiskScenario' });

/** @public */
export type RiskWeights = z.output<typeof riskWeightsSchema>;
/** @public */
export type RiskThreshold = z.output<typeof riskThresholdSchema>;
/** @public */
export type RiskModel = z.output<typeof riskModelSchema>;
/** @public */
export type RiskAssumptions = z.output<typeof riskAssumptionsSchema>;
/** @public */
export type RiskScenario = z.output<typeof riskScenarioSchema>;

/** The model of a portal that has chosen none of its own: the highest fifth has priority. @public */
export const DEFAULT_RISK_MODEL: RiskModel = {
  weights: {
    exposure: 0.25,
    severity: 0.25,
    controlGap: 0.2,
    activity: 0.15,
    businessImpact: 0.15,
  },
  threshold: { kind: 'quantile', value: 0.8 },
};

/** Whether two models weigh alike. @public */
export function sameRiskModel(a: RiskModel, b: RiskModel): boolean {
  return (
    a.threshold.kind === b.threshold.kind &&
    a.threshold.value === b.threshold.value &&
    RISK_FACTORS.every(factor => a.weights[factor] === b.weights[factor])
  );
}
