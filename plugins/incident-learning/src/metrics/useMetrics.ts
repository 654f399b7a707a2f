import { useApi } from '@backstage/core-plugin-api';
import {
  Incident,
  MetricPoint,
  Metrics,
  MetricsQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';
import type { Period } from '../url';

/** Whose incidents: `org` or an entity ref, and of which time. */
export interface Selection {
  scope: string;
  period: Period;
}

/** The metrics of a selection. */
export function useMetrics(selection: Selection): ApiData<Metrics> {
  const api = useApi(incidentLearningApiRef);
  const query = queryOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getMetrics(query, { signal }),
  );
}

/** The incidents behind the durations of a selection. */
export interface Points {
  items: MetricPoint[];
  totalItems: number;
}

/** The points of a selection. */
export function useMetricPoints(selection: Selection): ApiData<Points> {
  const api = useApi(incidentLearningApiRef);
  const query = queryOf(selection);
  return useApiData(JSON.stringify(query), signal =>
    api.getMetricPoints(query, { signal }),
  );
}

/** The latest incident of a scope at any time, drills aside; absent where it has none. */
export function useLatestIncident(scope: string): ApiData<{
  incident?: Incident;
}> {
  const api = useApi(incidentLearningApiRef);
  return useApiData(scope, async signal => {
    const page = await api.listIncidents(
      { scope, drill: false, sort: '-periodAt', limit: 1 },
      { signal },
    );
    return { incident: page.items[0] };
  });
}

/** The API's own default is a year, so that everything needs a start: no record is older. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

function queryOf({ scope, period }: Selection): Partial<MetricsQuery> {
  const { from = BEGINNING, to, interval } = period;
  return { scope, from, to, interval };
}
