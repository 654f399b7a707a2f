import {
  RISK_FACTORS,
  RiskAssumptions,
  RiskFactor,
  RiskModel,
  RiskScenario,
  RiskThreshold,
  RiskWeights,
  normalizeWeights,
  perRiskFactor,
  riskAssumptionsSchema,
  riskThresholdSchema,
  riskWeightsSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { UrlPatch } from '../../url';

/** Differences of weights that rounding makes of one. */
const SAME = 1e-6;

/** A what-if as an address has it, and what in the address could not be read. */
export interface ReadScenario {
  scenario: RiskScenario;
  problems: string[];
}

/**
 * Reads a what-if from the query of an address. What it does not say is as in the model that it starts from; what it
 * says wrongly too, and is told.
 */
export function readScenario(
  params: URLSearchParams,
  base: RiskModel,
): ReadScenario {
  const problems: string[] = [];
  const weights = readWeights(params.get('weights'), problems);
  const threshold = readThreshold(params.get('threshold'), problems);
  const assumptions = readAssumptions(params, problems);
  return {
    scenario: {
      model: {
        weights: weights ?? base.weights,
        threshold: threshold ?? base.threshold,
      },
      assumptions,
    },
    problems,
  };
}

function readWeights(
  text: string | null,
  problems: string[],
): RiskWeights | undefined {
  if (text === null) {
    return undefined;
  }
  const values = text.split(',').map(numberOf);
  const given = perRiskFactor(factor => values[RISK_FACTORS.indexOf(factor)]);
  try {
    if (values.length !== RISK_FACTORS.length) {
      throw new RangeError(
        `There are ${values.length} weights instead of ${RISK_FACTORS.length}`,
      );
    }
    return riskWeightsSchema.parse(normalizeWeights(given));
  } catch (error) {
    const reason = error instanceof RangeError ? error.message : 'is no number';
    problems.push(`Weights “${text}” of the address: ${reason}.`);
    return undefined;
  }
}

function readThreshold(
  text: string | null,
  problems: string[],
): RiskThreshold | undefined {
  if (text === null) {
    return undefined;
  }
  const [kind, value = ''] = text.split(':');
  const parsed = riskThresholdSchema.safeParse({
    kind,
    value: numberOf(value),
  });
  if (!parsed.success) {
    const [{ message }] = parsed.error.issues;
    problems.push(`Threshold “${text}” of the address ${message}.`);
  }
  return parsed.data;
}

function readAssumptions(
  params: URLSearchParams,
  problems: string[],
): RiskAssumptions | undefined {
  const missing = params.get('missing');
  const shifts = params
    .getAll('shift')
    .map(text => text.split(':'))
    .map(([factor, value = '']) => [factor, numberOf(value)] as const);
  if (missing === null && shifts.length === 0) {
    return undefined;
  }
  const parsed = riskAssumptionsSchema.safeParse({
    missing: missing === null ? undefined : numberOf(missing),
    shift: shifts.length > 0 ? Object.fromEntries(shifts) : undefined,
  });
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    problems.push(`Assumption ${path.join(' ')} of the address ${message}.`);
  }
  return parsed.data;
}

/** Empty text is no zero. */
function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

/** What an address says of a what-if: only what differs from the model that it starts from. */
export function writeScenario(
  { model, assumptions }: RiskScenario,
  base: RiskModel,
): Record<
  'weights' | 'threshold' | 'missing' | 'shift',
  string | string[] | undefined
> &
  UrlPatch {
  const { kind, value } = model.threshold;
  const shift = shiftedFactors(assumptions).map(
    factor => `${factor}:${short(assumptions?.shift?.[factor] ?? 0)}`,
  );
  return {
    weights: sameWeights(model.weights, base.weights)
      ? undefined
      : RISK_FACTORS.map(factor => short(model.weights[factor])).join(','),
    threshold: sameThreshold(model.threshold, base.threshold)
      ? undefined
      : `${kind}:${short(value)}`,
    missing:
      assumptions?.missing === undefined
        ? undefined
        : short(assumptions.missing),
    shift: shift.length > 0 ? shift : undefined,
  };
}

function short(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** Factors that are assumed to be higher or lower than known. */
export function shiftedFactors(assumptions?: RiskAssumptions): RiskFactor[] {
  return RISK_FACTORS.filter(factor => assumptions?.shift?.[factor]);
}

export function sameWeights(a: RiskWeights, b: RiskWeights): boolean {
  return RISK_FACTORS.every(factor => Math.abs(a[factor] - b[factor]) < SAME);
}

export function sameThreshold(a: RiskThreshold, b: RiskThreshold): boolean {
  return a.kind === b.kind && Math.abs(a.value - b.value) < SAME;
}

/** Whether a what-if changes anything. */
export function changesAnything(
  { model, assumptions }: RiskScenario,
  base: RiskModel,
): boolean {
  return (
    !sameWeights(model.weights, base.weights) ||
    !sameThreshold(model.threshold, base.threshold) ||
    assumptions?.missing !== undefined ||
    shiftedFactors(assumptions).length > 0
  );
}
