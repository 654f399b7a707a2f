import { useMemo } from 'react';
import {
  RiskComparison,
  RiskEvaluation,
  RiskInput,
  RiskModel,
  RiskScenario,
  RiskSet,
  compareRisk,
  createRiskSet,
  evaluateRisk,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** Both sides of a what-if over the same incidents. */
export interface WhatIf {
  items: RiskInput[];
  set: RiskSet;
  scenario: RiskScenario;
  before: RiskEvaluation;
  after: RiskEvaluation;
  comparison: RiskComparison;
}

/** Weighs incidents by the model that stands and by the scenario. */
export function useWhatIf(
  items: RiskInput[],
  base: RiskModel,
  scenario: RiskScenario,
): WhatIf {
  const set = useMemo(() => createRiskSet(items), [items]);
  const before = useMemo(() => evaluateRisk(set, { model: base }), [set, base]);
  return useMemo(() => {
    const after = evaluateRisk(set, scenario);
    const comparison = compareRisk(before, after);
    return { items, set, scenario, before, after, comparison };
  }, [items, set, before, scenario]);
}
