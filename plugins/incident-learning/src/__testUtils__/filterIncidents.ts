import {
  Incident,
  IncidentFilter,
  IncidentSort,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** The incidents that pass a filter. @param isInScope - whether an incident belongs to a scope other than `org` */
export function filterIncidents(
  incidents: Incident[],
  filter: IncidentFilter,
  isInScope: (incident: Incident, scope: string) => boolean,
): Incident[] {
  const { scope, unassigned, from, to, text, drill } = filter;
  const is = (values: string[] | undefined, value: string | undefined) =>
    !values || (value !== undefined && values.includes(value));
  return incidents.filter(
    incident =>
      (!scope || scope === 'org' || isInScope(incident, scope)) &&
      (unassigned === undefined ||
        unassigned === (incident.entityRefs.length === 0)) &&
      (drill === undefined || drill === incident.drill) &&
      (!from || incident.periodAt >= from) &&
      (!to || incident.periodAt < to) &&
      is(filter.kind, incident.kind) &&
      is(filter.status, incident.status) &&
      is(filter.severity, incident.severity) &&
      is(filter.category, incident.category) &&
      is(filter.attackVector, incident.attackVector) &&
      is(filter.source, incident.source?.system) &&
      is(filter.repeat, incident.repeat?.state ?? 'none') &&
      (!filter.tag || filter.tag.some(tag => incident.tags.includes(tag))) &&
      is(filter.signature, incident.signature) &&
      ((!filter.finding && !filter.findingPath) ||
        incident.dataQuality.some(
          ({ code, path }) =>
            is(filter.finding, code) && is(filter.findingPath, path),
        )) &&
      (!text || hasWords(incident, text)),
  );
}

function hasWords(incident: Incident, text: string): boolean {
  const words = [incident.title, incident.summary, incident.impact]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(start => words.some(word => word.startsWith(start)));
}

/** Sorted by one of `INCIDENT_SORTS`, `-` in front for descending; what is not known comes last. */
export function sortIncidents(incidents: Incident[], sort: string): Incident[] {
  const descending = sort.startsWith('-');
  const field = sort.replace('-', '') as IncidentSort;
  const key = (incident: Incident) => {
    switch (field) {
      case 'severity':
        return SEVERITIES.indexOf(incident.severity);
      case 'riskScore':
        return incident.risk?.score;
      default:
        return incident[field];
    }
  };
  return [...incidents].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined);
    }
    const order = x < y ? -1 : Number(x > y) || (a.id < b.id ? -1 : 1);
    return descending ? -order : order;
  });
}
