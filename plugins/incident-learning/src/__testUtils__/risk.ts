import {
  Incident,
  RISK_NOTES,
  RiskFigures,
  RiskInput,
  RiskScenario,
  createRiskSet,
  evaluateRisk,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** An incident as what-ifs weigh it; nothing is derived. */
export function riskInputOf(incident: Incident): RiskInput {
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    at: incident.periodAt,
    primaryEntityRef: incident.entityRefs[0],
    factors: incident.riskFactors ?? {},
    derived: [],
  };
}

export function figuresOfRisk(
  incidents: RiskInput[],
  scenario: RiskScenario,
): RiskFigures {
  const { threshold, scored, incomplete, priorityCount, notes } = evaluateRisk(
    createRiskSet(incidents),
    scenario,
  );
  return {
    threshold,
    incidents: incidents.length,
    scored,
    incomplete,
    priorityCount,
    notes: notes.map(code => ({ code, message: RISK_NOTES[code] })),
  };
}
