import type {
  Decision,
  DecisionInput,
  DecisionOutcome,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A decision as it is typed. */
export interface DecisionValues {
  containmentOption: string;
  outcome: DecisionOutcome;
  decidedBy?: string;
  requestedAt?: string;
  decidedAt?: string;
  confidence: string;
  blastRadius: string;
  note: string;
}

/** What the form starts from: the record to put right, or what the incident says. */
export function decisionValuesOf(
  incident: Incident,
  corrects?: Decision,
): DecisionValues {
  const from = corrects ?? incident;
  return {
    containmentOption: from.containmentOption ?? '',
    outcome: corrects?.outcome ?? 'approved',
    decidedBy: corrects?.decidedBy,
    requestedAt: corrects?.requestedAt,
    decidedAt: corrects?.decidedAt,
    confidence: from.confidence === undefined ? '' : String(from.confidence),
    blastRadius: from.blastRadius ?? '',
    note: corrects?.note ?? '',
  };
}

/** The form's values as the API takes them; what is empty is left out, what is wrong stays wrong. */
export function decisionOf(
  values: DecisionValues,
  corrects?: Decision,
): DecisionInput {
  const { confidence } = values;
  return {
    containmentOption: values.containmentOption,
    outcome: values.outcome,
    decidedBy: values.decidedBy ?? '',
    decidedAt: values.decidedAt ?? '',
    requestedAt: values.requestedAt,
    confidence: confidence.trim()
      ? Number(confidence.replace(',', '.'))
      : undefined,
    blastRadius: values.blastRadius.trim() || undefined,
    note: values.note.trim() || undefined,
    corrects: corrects?.id,
  };
}
