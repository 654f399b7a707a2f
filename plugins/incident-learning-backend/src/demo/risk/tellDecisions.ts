import type {
  Decision,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { MINUTE, toIso } from '../clock';
import { Random, createRandom } from '../random';
import { demoId } from '../reviews/demoId';

const SEED = 1948;

/** What was decided while an incident of the demo company went on; nothing where nobody was asked. */
export function tellDecisions(incidents: Incident[]): Decision[] {
  const random = createRandom(SEED);
  return incidents.flatMap(incident =>
    decisionsOf(incident, random.fork(incident.source?.id ?? incident.id)),
  );
}

function decisionsOf(incident: Incident, random: Random): Decision[] {
  const { detectedAt, containedAt, approvalOutcome, participants } = incident;
  const decidedBy = participants.find(
    ({ role }) => role === 'commander',
  )?.entityRef;
  if (!detectedAt || !containedAt || !approvalOutcome || !decidedBy) {
    return [];
  }
  const from = Date.parse(detectedAt);
  const length = Date.parse(containedAt) - from;
  if (length < 4 * MINUTE) {
    return [];
  }
  const at = (share: number) => from + Math.round(share * length);
  const asked = 0.2 + random.next() / 5;
  const answered = asked + 0.05 + random.next() / 4;
  const first = decision(incident, {
    decidedBy,
    outcome: approvalOutcome.startsWith('Declined') ? 'refused' : 'approved',
    decidedAt: at(answered),
    // What a runbook allows is not asked for.
    requestedAt: approvalOutcome.includes('runbook') ? undefined : at(asked),
    note: `${approvalOutcome}.`,
  });
  return first.outcome === 'refused' && random.chance(0.7)
    ? [
        first,
        decision(incident, {
          decidedBy,
          outcome: 'approved',
          decidedAt: at(Math.min(0.95, answered + 0.25)),
          requestedAt: at(answered + 0.05),
          note: 'For those alone whom it concerned, and for an hour at first.',
        }),
      ]
    : [first];
}

function decision(
  { id, source, containmentOption, confidence, blastRadius }: Incident,
  told: Pick<Decision, 'decidedBy' | 'outcome' | 'note'> & {
    decidedAt: number;
    requestedAt?: number;
  },
): Decision {
  const { decidedBy, outcome, note, decidedAt, requestedAt } = told;
  return {
    id: demoId(`decision/${source?.id}/${outcome}`, decidedAt),
    incidentId: id,
    containmentOption: containmentOption ?? 'Take it out of service',
    outcome,
    decidedBy,
    decidedAt: toIso(decidedAt),
    requestedAt: requestedAt === undefined ? undefined : toIso(requestedAt),
    confidence,
    blastRadius,
    note,
    recordedAt: toIso(decidedAt + MINUTE),
    recordedBy: decidedBy,
  };
}
