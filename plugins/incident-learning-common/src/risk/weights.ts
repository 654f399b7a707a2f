import {
  PerRiskFactor,
  RISK_FACTORS,
  RISK_FACTOR_DEFINITIONS,
  RiskFactor,
  perRiskFactor,
} from './factors';

/** @public */
export function sumOfWeights(weights: PerRiskFactor): number {
  return RISK_FACTORS.reduce((sum, factor) => sum + weights[factor], 0);
}

/**
 * Weights in the same proportions that sum to 1.
 *
 * @throws RangeError when a weight is negative or no number, or when they sum to 0
 * @public
 */
export function normalizeWeights(weights: PerRiskFactor): PerRiskFactor {
  for (const factor of RISK_FACTORS) {
    if (!(weights[factor] >= 0 && Number.isFinite(weights[factor]))) {
      throw new RangeError(
        `The weight of ${factor} is ${weights[factor]}: a weight is 0 or more`,
      );
    }
  }
  const sum = sumOfWeights(weights);
  if (sum === 0) {
    throw new RangeError(
      'The weights sum to 0: at least one factor has to count',
    );
  }
  return perRiskFactor(factor => weights[factor] / sum);
}

/**
 * Gives one factor a weight; the others keep their proportions, so that all still sum to 1. Where the others count
 * nothing so far, they share what is left evenly.
 *
 * @param weight - from 0 to 1
 * @public
 */
export function withWeight(
  weights: PerRiskFactor,
  factor: RiskFactor,
  weight: number,
): PerRiskFactor {
  const rest = RISK_FACTORS.reduce(
    (sum, other) => sum + (other === factor ? 0 : weights[other]),
    0,
  );
  const others = RISK_FACTORS.length - 1;
  return perRiskFactor(other => {
    if (other === factor) {
      return weight;
    }
    const share = rest > 0 ? weights[other] / rest : 1 / others;
    return (1 - weight) * share;
  });
}

/** Weights in words, rounded to four digits: `Exposure 0.25, Severity 0.25, …`. @public */
export function formatWeights(weights: PerRiskFactor): string {
  return RISK_FACTORS.map(
    factor =>
      `${RISK_FACTOR_DEFINITIONS[factor].name} ${Number(
        weights[factor].toFixed(4),
      )}`,
  ).join(', ');
}
