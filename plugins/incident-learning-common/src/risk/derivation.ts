import type { Severity } from '../incidents/vocabulary';
import { RISK_FACTORS, RiskFactor } from './factors';

/** Each factor from 0 to 1; one that is not known is absent. @public */
export type RiskFactorValues = Partial<Record<RiskFactor, number>>;

/** What is known of an incident without anybody having weighed it up. @public */
export interface RiskFacts {
  severity: Severity;
  /** How far the primary entity can be reached, as its label in the catalog says. */
  exposure?: string;
  /** How much depends on the primary entity, as its label in the catalog says. */
  criticality?: string;
  /** `spec.lifecycle` of the primary entity. */
  lifecycle?: string;
  /** Actions that were committed to after incidents of the primary entity, and are not done. Absent: no entity. */
  openActions?: number;
  /** Earlier incidents of the same signature within the look-back. Absent: it cannot repeat. */
  earlierRepeats?: number;
}

/** One way to a factor, as data: what it reads, and what each value gives. @public */
export interface RiskRule {
  id: string;
  factor: RiskFactor;
  reads: keyof RiskFacts;
  /** Which facts give which value; the last row of counts stands for all above. */
  values: Record<string, number>;
  explanation: string;
}

/**
 * How factors that nobody has stated are derived. The first rule of a factor that finds a value counts; what a person
 * states on the incident goes before all of them.
 *
 * @public
 */
export const RISK_RULES: RiskRule[] = [
  {
    id: 'severity',
    factor: 'severity',
    reads: 'severity',
    values: { critical: 1, high: 0.75, medium: 0.5, low: 0.25 },
    explanation: 'The incident’s severity, in four even steps.',
  },
  {
    id: 'exposure-label',
    factor: 'exposure',
    reads: 'exposure',
    values: { public: 1, partner: 0.7, internal: 0.4, isolated: 0.1 },
    explanation: 'The exposure label of the primary entity in the catalog.',
  },
  {
    id: 'criticality-label',
    factor: 'businessImpact',
    reads: 'criticality',
    values: {
      critical: 1,
      high: 0.75,
      medium: 0.5,
      low: 0.25,
      'tier-0': 1,
      'tier-1': 0.9,
      'tier-2': 0.6,
      'tier-3': 0.3,
      'tier-4': 0.1,
    },
    explanation: 'The criticality label of the primary entity in the catalog.',
  },
  {
    id: 'lifecycle',
    factor: 'businessImpact',
    reads: 'lifecycle',
    values: { production: 0.6, deprecated: 0.4, experimental: 0.2 },
    explanation:
      'The lifecycle of the primary entity, where it has no criticality label.',
  },
  {
    id: 'open-actions',
    factor: 'controlGap',
    reads: 'openActions',
    values: { 0: 0.2, 1: 0.4, 2: 0.6, 3: 0.8, 4: 1 },
    explanation:
      'Actions promised after incidents of the primary entity that are not done: each is a control still missing.',
  },
  {
    id: 'repeats',
    factor: 'activity',
    reads: 'earlierRepeats',
    values: { 0: 0.25, 1: 0.5, 2: 0.75, 3: 1 },
    explanation:
      'Earlier incidents of the same signature within the look-back.',
  },
];

/** A factor with where it comes from. @public */
export interface ResolvedRiskFactors {
  values: RiskFactorValues;
  /** Those that a rule has derived; the others were stated. */
  derived: RiskFactor[];
}

/** An incident's factors: what was stated, and what the rules derive where nothing was. @public */
export function resolveRiskFactors(
  stated: RiskFactorValues | undefined,
  facts: RiskFacts,
): ResolvedRiskFactors {
  const values: RiskFactorValues = {};
  const derived: RiskFactor[] = [];
  for (const factor of RISK_FACTORS) {
    const own = stated?.[factor];
    const found = own ?? deriveRiskFactor(factor, facts)?.value;
    if (found !== undefined) {
      values[factor] = found;
      if (own === undefined) {
        derived.push(factor);
      }
    }
  }
  return { values, derived };
}

/** What the rules make of the facts for one factor; undefined where none finds anything. @public */
export function deriveRiskFactor(
  factor: RiskFactor,
  facts: RiskFacts,
): { value: number; rule: RiskRule } | undefined {
  for (const rule of RISK_RULES) {
    const value = rule.factor === factor ? valueOf(rule, facts) : undefined;
    if (value !== undefined) {
      return { value, rule };
    }
  }
  return undefined;
}

function valueOf({ reads, values }: RiskRule, facts: RiskFacts) {
  const fact = facts[reads];
  if (typeof fact === 'number') {
    const last = Object.keys(values).length - 1;
    return values[Math.min(Math.max(0, Math.floor(fact)), last)];
  }
  const key = fact?.trim().toLowerCase();
  return key !== undefined && Object.hasOwn(values, key)
    ? values[key]
    : undefined;
}
