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
interface Points {
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
    const latest = async (to?: string) => {
      const page = await api.listIncidents(
        { scope, to, drill: false, sort: '-periodAt', limit: 1 },
        { signal },
      );
      return page.items[0];
    };
    // One that is dated in the future by mistake is the last to be named.
    const incident = (await latest(new Date().toISOString())) ?? latest();
    return { incident: await incident };
  });
}

// The API's own defaults are the last year and now; a period without an end has those dated in the future as well.
const BEGINNING = '0001-01-01T00:00:00.000Z';
const END = '9999-12-31T00:00:00.000Z';

function queryOf({ scope, period }: Selection): Partial<MetricsQuery> {
  const { from = BEGINNING, to = END, interval } = period;
  return { scope, from, to, interval };
}
