import {
  RISK_NOTES,
  RiskEvaluation,
  RiskExperiment,
  RiskFigures,
  RiskInput,
  RiskScenario,
  compareRisk,
  createRiskSet,
  evaluateRisk,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What an experiment says of incidents. */
export function experimentFigures(
  inputs: RiskInput[],
  sides: { before: RiskScenario; after: RiskScenario },
): RiskExperiment['figures'] {
  const set = createRiskSet(inputs);
  const before = evaluateRisk(set, sides.before);
  const after = evaluateRisk(set, sides.after);
  const { becomes, ceases, moved, topTenKept } = compareRisk(before, after);
  return {
    before: figuresOf(before, set.size),
    after: figuresOf(after, set.size),
    becomesCount: becomes.length,
    ceasesCount: ceases.length,
    moved,
    topTenKept,
  };
}

function figuresOf(side: RiskEvaluation, incidents: number): RiskFigures {
  const { threshold, scored, incomplete, priorityCount, notes } = side;
  return {
    threshold,
    incidents,
    scored,
    incomplete,
    priorityCount,
    notes: notes.map(code => ({ code, message: RISK_NOTES[code] })),
  };
}
