import {
  Incident,
  IncidentGroup,
  Patterns,
  PatternsQuery,
  SEVERITIES,
  canRepeat,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** The groups of incidents of a period, as the backend finds them; without lessons. */
export function patternsOf(
  incidents: Incident[],
  query: PatternsQuery,
  now: string,
): Patterns {
  const patterns = groups(
    incidents.filter(({ category, attackVector }) => category ?? attackVector),
    ({ category, attackVector }) => JSON.stringify([category, attackVector]),
  );
  const signatures = groups(
    incidents.filter(canRepeat),
    ({ signature }) => signature,
  );
  return {
    scope: query.scope,
    from: query.from ?? '',
    to: query.to ?? now,
    incidents: incidents.length,
    unclassified: incidents.filter(i => !i.category && !i.attackVector).length,
    signatures: signatures.map(alike => ({
      ...groupOf(alike),
      signature: alike[0].signature,
      entityRef: alike[0].entityRefs[0],
    })),
    signatureCount: signatures.length,
    patterns: patterns.map(groupOf),
    patternCount: patterns.length,
  };
}

function groups(incidents: Incident[], keyOf: (incident: Incident) => string) {
  const found = new Map<string, Incident[]>();
  for (const incident of incidents) {
    const key = keyOf(incident);
    found.set(key, [...(found.get(key) ?? []), incident]);
  }
  return [...found.values()]
    .filter(alike => alike.length > 1)
    .sort((a, b) => b.length - a.length);
}

function groupOf(alike: Incident[]): IncidentGroup {
  const times = alike.map(({ periodAt }) => periodAt).sort();
  const refs = [...new Set(alike.flatMap(({ entityRefs }) => entityRefs))];
  const countOf = (holds: (incident: Incident) => boolean) =>
    alike.filter(holds).length;
  return {
    category: alike[0].category,
    attackVector: alike[0].attackVector,
    count: alike.length,
    repeats: countOf(({ repeat }) =>
      Boolean(repeat && repeat.state !== 'rejected'),
    ),
    severities: Object.fromEntries(
      SEVERITIES.map(level => [level, countOf(i => i.severity === level)]),
    ) as IncidentGroup['severities'],
    incidentIds: alike.map(({ id }) => id),
    firstAt: times[0],
    lastAt: times[times.length - 1],
    services: refs.map(entityRef => ({
      entityRef,
      incidents: countOf(({ entityRefs }) => entityRefs.includes(entityRef)),
      lesson: false,
    })),
    serviceCount: refs.length,
    lessons: [],
  };
}
