import {
  BreakdownQuery,
  BreakdownReading,
  DataQuality,
  DataQualityQuery,
  INCIDENT_KPIS,
  Incident,
  MetricBreakdown,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { factOf } from './metrics';

/** Who owns what; an entity is its own owner where that is not said. */
type Owners = (entityRef: string) => string[];

/** One KPI of incidents by team, severity or category, as the backend reads it. */
export function breakdownOf(
  incidents: Incident[],
  query: BreakdownQuery,
  owners: Owners,
): MetricBreakdown {
  const kpi = INCIDENT_KPIS.find(
    ({ definition }) => definition.id === query.kpi,
  );
  if (!kpi) {
    throw new Error(`No KPI ${query.kpi} of incidents`);
  }
  const read = (some: Incident[]): BreakdownReading => {
    const state = kpi.accumulator.empty();
    some.forEach(incident => kpi.accumulator.add(state, factOf(incident)));
    return kpi.accumulator.read(state);
  };
  const keysOf = (incident: Incident): (string | undefined)[] => {
    switch (query.by) {
      case 'severity':
        return [incident.severity];
      case 'category':
        return [incident.category];
      default:
        return teamsOf(incident, owners);
    }
  };
  const keys = [...new Set(incidents.flatMap(keysOf))];
  const items = keys.map(key => ({
    key,
    ...read(incidents.filter(incident => keysOf(incident).includes(key))),
  }));
  const rank = (key?: string) => SEVERITIES.findIndex(level => level === key);
  return {
    scope: query.scope,
    from: query.from ?? '',
    to: query.to ?? '',
    by: query.by,
    kpi: kpi.definition,
    whole: read(incidents),
    items: items.sort((a, b) =>
      query.by === 'severity' ? rank(a.key) - rank(b.key) : b.n - a.n,
    ),
    itemCount: items.length,
  };
}

/** What the figures of incidents suffer from, as the backend counts it. */
export function dataQualityOf(
  incidents: Incident[],
  query: DataQualityQuery,
  owners: Owners,
): DataQuality {
  const teams = [
    ...new Set(incidents.flatMap(incident => teamsOf(incident, owners))),
  ];
  return {
    scope: query.scope,
    from: query.from ?? '',
    to: query.to ?? '',
    ...findingsOf(incidents),
    teams: teams
      .map(team => ({
        team,
        ...findingsOf(
          incidents.filter(one => teamsOf(one, owners).includes(team)),
        ),
      }))
      .sort((a, b) => b.affected - a.affected),
    teamCount: teams.length,
  };
}

function teamsOf(
  { entityRefs }: Incident,
  owners: Owners,
): (string | undefined)[] {
  const teams = [...new Set(entityRefs.flatMap(owners))];
  return teams.length > 0 ? teams : [undefined];
}

function findingsOf(incidents: Incident[]) {
  const counts = new Map<string, DataQuality['findings'][number]>();
  for (const { code, path } of incidents.flatMap(i => i.dataQuality)) {
    const key = `${code} ${path}`;
    const known = counts.get(key)?.incidents ?? 0;
    counts.set(key, { code, path, incidents: known + 1 });
  }
  return {
    incidents: incidents.length,
    affected: incidents.filter(i => i.dataQuality.length > 0).length,
    findings: [...counts.values()].sort((a, b) => b.incidents - a.incidents),
  };
}
