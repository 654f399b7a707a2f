import {
  BreakdownQuery,
  DataQuality,
  DataQualityQuery,
  INCIDENT_KPIS,
  Incident,
  MetricBreakdown,
  foldBreakdown,
  foldDataQuality,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { factOf } from './metrics';

/** Who owns an entity. */
type Owners = (entityRef: string) => string[];

/** One KPI of incidents by team, severity or category, as the backend reads it. */
export function breakdownOf(
  incidents: Incident[],
  { scope, by, ...query }: BreakdownQuery,
  owners: Owners,
): MetricBreakdown {
  const kpi = INCIDENT_KPIS.find(each => each.definition.id === query.kpi);
  if (!kpi) {
    throw new Error(`No KPI ${query.kpi} of incidents`);
  }
  const fold = foldBreakdown(kpi);
  for (const incident of incidents) {
    const { severity, category } = incident;
    fold.add(
      [factOf(incident)],
      by === 'team'
        ? teamsOf(incident, owners)
        : [by === 'severity' ? severity : category],
    );
  }
  const { from = '', to = '' } = query;
  return { scope, from, to, by, ...fold.read(by) };
}

/** What the figures of incidents suffer from, as the backend counts it. */
export function dataQualityOf(
  incidents: Incident[],
  { scope, from = '', to = '' }: DataQualityQuery,
  owners: Owners,
): DataQuality {
  const fold = foldDataQuality();
  for (const incident of incidents) {
    fold.add(incident.dataQuality, teamsOf(incident, owners), 1);
  }
  return { scope, from, to, ...fold.read() };
}

function teamsOf(
  { entityRefs }: Incident,
  owners: Owners,
): (string | undefined)[] {
  const teams = [...new Set(entityRefs.flatMap(owners))];
  return teams.length > 0 ? teams : [undefined];
}
