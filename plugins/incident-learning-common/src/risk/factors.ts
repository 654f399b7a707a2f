/** What a risk score weighs, in the order in which it is shown. @public */
export const RISK_FACTORS = [
  'exposure',
  'severity',
  'controlGap',
  'activity',
  'businessImpact',
] as const;

/** @public */
export type RiskFactor = (typeof RISK_FACTORS)[number];

/** One value for each factor. @public */
export type PerRiskFactor = Record<RiskFactor, number>;

/** What each factor means; 0 is none, 1 is as much as there can be. @public */
export const RISK_FACTOR_DEFINITIONS: Record<
  RiskFactor,
  { name: string; definition: string }
> = {
  exposure: {
    name: 'Exposure',
    definition: 'How far what was hit can be reached by those who may harm it.',
  },
  severity: {
    name: 'Severity',
    definition: 'How grave the harm is that was done, or could have been.',
  },
  controlGap: {
    name: 'Control gap',
    definition: 'How much of what should prevent or stop it is missing.',
  },
  activity: {
    name: 'Activity',
    definition: 'How often it happens, or how actively somebody is behind it.',
  },
  businessImpact: {
    name: 'Business impact',
    definition: 'How much depends on what was hit.',
  },
};

/** An object with one value for each factor. @public */
export function perRiskFactor(
  valueOf: (factor: RiskFactor) => number,
): PerRiskFactor {
  return {
    exposure: valueOf('exposure'),
    severity: valueOf('severity'),
    controlGap: valueOf('controlGap'),
    activity: valueOf('activity'),
    businessImpact: valueOf('businessImpact'),
  };
}
