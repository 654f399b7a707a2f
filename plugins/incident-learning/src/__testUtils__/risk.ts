import {
  Incident,
  RISK_NOTES,
  RiskFigures,
  RiskInput,
  RiskScenario,
  createRiskSet,
  evaluateRisk,
  resolveRiskFactors,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** An incident as what-ifs weigh it; what is not stated is derived as if no entity had labels. */
export function riskInputOf(incident: Incident): RiskInput {
  const { values, derived } = resolveRiskFactors(incident.riskFactors, {
    severity: incident.severity,
    openActions: incident.entityRefs.length > 0 ? 0 : undefined,
    earlierRepeats: incident.repeat ? 1 : 0,
  });
  return {
    id: incident.id,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    at: incident.periodAt,
    primaryEntityRef: incident.entityRefs[0],
    factors: values,
    derived,
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
