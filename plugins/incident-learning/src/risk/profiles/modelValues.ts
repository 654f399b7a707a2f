import {
  DEFAULT_RISK_MODEL,
  RISK_FACTORS,
  RiskFactor,
  RiskModel,
  RiskThreshold,
  RiskWeights,
  normalizeWeights,
  perRiskFactor,
  riskModelSchema,
  sumOfWeights,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { factorName } from '../parts';

/** Weights and threshold as they are typed. */
export interface ModelValues {
  weights: Record<RiskFactor, string>;
  kind: RiskThreshold['kind'];
  value: string;
}

const NAMES: Record<string, string> = {
  weights: 'The weights',
  threshold: 'The threshold',
};

export function modelValuesOf({
  weights,
  threshold,
}: RiskModel = DEFAULT_RISK_MODEL): ModelValues {
  return {
    weights: exactTexts(weights),
    kind: threshold.kind,
    value: textOf(threshold.value),
  };
}

/** What is typed as a model, or every problem with it by its field: a factor, `weights`, `threshold`. */
export function modelOf({ weights, kind, value }: ModelValues): {
  model?: RiskModel;
  problems: Record<string, string>;
} {
  const parsed = riskModelSchema.safeParse({
    weights: numbersOf(weights),
    threshold: { kind, value: numberOf(value) },
  });
  if (parsed.success) {
    return { model: parsed.data, problems: {} };
  }
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const [part, field] = path.map(String);
    const factor = RISK_FACTORS.find(one => one === field);
    const key = factor ?? part;
    const name = factor ? factorName(factor) : NAMES[part];
    problems[key] ??= `${name} ${message}.`;
  }
  return { problems };
}

/** The sum of the weights that are typed; undefined where one is no number. */
export function typedSum(values: ModelValues): number | undefined {
  const sum = sumOfWeights(numbersOf(values.weights));
  return Number.isNaN(sum) ? undefined : sum;
}

/** The same proportions with a sum of 1; as they are where that cannot be. */
export function normalized(values: ModelValues): ModelValues {
  try {
    const weights = normalizeWeights(numbersOf(values.weights));
    return { ...values, weights: exactTexts(weights) };
  } catch {
    return values;
  }
}

/** Six digits each, the last of which one takes what rounding leaves, so that they sum to 1. */
function exactTexts(weights: RiskWeights): Record<RiskFactor, string> {
  const texts = textsOf(weights);
  const largest = RISK_FACTORS.reduce((a, b) =>
    weights[b] > weights[a] ? b : a,
  );
  const rest = RISK_FACTORS.filter(factor => factor !== largest).reduce(
    (sum, factor) => sum + Number(texts[factor]),
    0,
  );
  return { ...texts, [largest]: textOf(1 - rest) };
}

function textsOf(weights: RiskWeights): Record<RiskFactor, string> {
  return Object.fromEntries(
    RISK_FACTORS.map(factor => [factor, textOf(weights[factor])]),
  ) as Record<RiskFactor, string>;
}

function numbersOf(weights: Record<RiskFactor, string>): RiskWeights {
  return perRiskFactor(factor => numberOf(weights[factor]));
}

function textOf(value: number): string {
  return String(Number(value.toFixed(6)));
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.replace(',', '.'));
}
