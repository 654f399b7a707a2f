import type { RiskFactorValues } from './derivation';
import { RISK_FACTORS, RiskFactor } from './factors';
import type { RiskAssumptions, RiskScenario, RiskWeights } from './model';
import { RiskSet, createRiskSet } from './riskSet';

/** Scores that differ by less are the same: it is what adding five products up in another order can make of one. @public */
export const RISK_SCORE_TOLERANCE = 1e-12;

/** The scores of a set, by incident. @public */
export interface RiskScores {
  /**
   * The weighted mean of the factors that are known; NaN where none that counts is.
   */
  readonly scores: Float64Array;
  /** The score if every factor that is not known were 0. */
  readonly low: Float64Array;
  /** The score if every factor that is not known were 1. */
  readonly high: Float64Array;
}

/** Scores a set. @public */
export function scoreRiskSet(
  set: RiskSet,
  { model, assumptions }: RiskScenario,
): RiskScores {
  const low = new Float64Array(set.size);
  const known = new Float64Array(set.size);
  for (const factor of RISK_FACTORS) {
    addFactor(
      { sum: low, known },
      factorColumn(set, factor, assumptions),
      model.weights[factor],
    );
  }
  const total = totalOf(model.weights);
  const scores = new Float64Array(set.size);
  const high = new Float64Array(set.size);
  for (let i = 0; i < set.size; i++) {
    // Where all is known, the sum is the score to the last bit.
    const complete = total - known[i] <= RISK_SCORE_TOLERANCE;
    scores[i] = complete ? low[i] : Math.min(1, low[i] / known[i]);
    high[i] = complete ? low[i] : Math.min(1, low[i] + total - known[i]);
    if (known[i] === 0) {
      scores[i] = NaN;
    }
  }
  return { scores, low, high };
}

/** A factor of every incident as a what-if assumes it to be; NaN where it stays unknown. @public */
export function factorColumn(
  { columns }: RiskSet,
  factor: RiskFactor,
  { missing, shift }: RiskAssumptions = {},
): Float64Array {
  const moved = shift?.[factor] ?? 0;
  if (moved === 0 && missing === undefined) {
    return columns[factor];
  }
  return columns[factor].map(value =>
    Number.isNaN(value)
      ? missing ?? NaN
      : Math.min(1, Math.max(0, value + moved)),
  );
}

function addFactor(
  { sum, known }: { sum: Float64Array; known: Float64Array },
  column: Float64Array,
  weight: number,
): void {
  if (weight === 0) {
    return;
  }
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    // What is not a number, and so not known, compares as false.
    if (value >= 0) {
      sum[i] += weight * value;
      known[i] += weight;
    }
  }
}

function totalOf(weights: RiskWeights): number {
  return RISK_FACTORS.reduce((sum, factor) => sum + weights[factor], 0);
}

/** One incident's score. @public */
export interface RiskScore {
  /** The weighted mean of the factors that are known; absent where none that counts is. */
  score?: number;
  /** From what it is if all that is not known were 0, to what it is if that were 1. Equal where all is known. */
  range: { low: number; high: number };
  /** Factors that count and are not known. */
  missing: RiskFactor[];
}

/**
 * Scores one incident.
 *
 * @throws RangeError when a factor is outside 0 to 1
 * @public
 */
export function scoreRisk(
  factors: RiskFactorValues,
  scenario: RiskScenario,
): RiskScore {
  const set = createRiskSet([{ factors }]);
  const { scores, low, high } = scoreRiskSet(set, scenario);
  return {
    score: Number.isNaN(scores[0]) ? undefined : scores[0],
    range: { low: low[0], high: high[0] },
    missing: missingRiskFactors(factors, scenario),
  };
}

/** The factors that count in a scenario and that are not known of an incident. @public */
export function missingRiskFactors(
  factors: RiskFactorValues,
  { model, assumptions }: RiskScenario,
): RiskFactor[] {
  return assumptions?.missing === undefined
    ? RISK_FACTORS.filter(
        factor => factors[factor] === undefined && model.weights[factor] > 0,
      )
    : [];
}
