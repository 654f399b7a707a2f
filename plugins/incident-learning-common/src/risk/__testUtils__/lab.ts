import type { RiskFactorValues } from '../derivation';
import { RISK_FACTORS, RiskFactor } from '../factors';
import { ScoredInput, createRiskSet } from '../riskSet';

/** Six invented incidents; by the default weights they score 0.54, 0.505, 0.5, 0.56, 0.27 and 0.555. */
export const LAB = [
  inputOf(0.8, 0.6, 0.5, 0.4, 0.2),
  inputOf(0.2, 0.9, 0.1, 0.6, 0.8),
  inputOf(0.5, 0.5, 0.5, 0.5, 0.5),
  inputOf(0.9, 0.3, 0.7, 0.2, 0.6),
  inputOf(0.1, 0.2, 0.3, 0.4, 0.5),
  inputOf(0.4, 0.8, 0.9, 0.1, 0.4),
];

/** Their names, by index. */
export const [A, B, C, D, E, F] = LAB.keys();

/** An incident with all its factors, in the order of `RISK_FACTORS`. */
export function inputOf(...values: number[]): ScoredInput {
  return {
    factors: Object.fromEntries(
      RISK_FACTORS.map((factor, index) => [factor, values[index]]),
    ),
  };
}

/** A set in which one incident's factors differ; undefined makes one unknown. */
export function labWith(
  index: number,
  factors: Partial<Record<RiskFactor, number | undefined>>,
) {
  return createRiskSet(
    LAB.map((input, i) =>
      i === index
        ? { factors: known({ ...input.factors, ...factors }) }
        : input,
    ),
  );
}

function known(
  factors: Partial<Record<RiskFactor, number | undefined>>,
): RiskFactorValues {
  return Object.fromEntries(
    Object.entries(factors).filter(([, value]) => value !== undefined),
  );
}
