import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import { GUEST_REF, TEAMS, userRef } from '../company';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import type { Course } from './course';

/** Who took part: people of the owning team, the security desk where it matters, more of them the graver it was. */
export function drawParticipants(
  { kind, service }: PlannedIncident,
  { severity }: Course,
  random: Random,
): NonNullable<IncidentInput['participants']> {
  const own = random.shuffle(TEAMS[service.owner].users).map(userRef);
  if (service.owner === 'last-mile' && random.chance(0.35)) {
    own.splice(1, 0, GUEST_REF);
  }
  const security = random
    .shuffle(TEAMS['platform-security'].users)
    .map(userRef);
  const desk = kind === 'security' ? security : [];
  if (severity === 'low') {
    return people([['responder', random.pick(own)]]);
  }
  if (severity === 'medium') {
    return people([
      ['commander', desk[0] ?? own[0]],
      ['responder', desk[0] ? own[0] : own[1]],
    ]);
  }
  return people([
    ['commander', desk[0] ?? own[0]],
    ['responder', desk[0] ? own[0] : own[1]],
    ['responder', desk[1] ?? own[2] ?? security[0]],
    ['communicator', security[2]],
  ]);
}

function people(roles: [string, string][]) {
  const seen = new Set<string>();
  return roles
    .filter(([, entityRef]) => !seen.has(entityRef) && seen.add(entityRef))
    .map(([role, entityRef]) => ({ role, entityRef }));
}
