import { useApi } from '@backstage/core-plugin-api';
import type { IncidentStatus } from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../api';

/** How many incidents of a scope are not over, whenever they were detected. */
export interface OpenIncidents {
  /** Open or contained. */
  unresolved: number;
  contained: number;
}

/** The statuses of an incident that is not over. */
export const UNRESOLVED: IncidentStatus[] = ['open', 'contained'];

/** Counts the incidents of a scope that are not over, drills aside. */
export function useOpenIncidents(scope: string): ApiData<OpenIncidents> {
  const api = useApi(incidentLearningApiRef);
  return useApiData(scope, async signal => {
    const count = async (status: IncidentStatus[]) => {
      const page = await api.listIncidents(
        { scope, status, drill: false, limit: 1, total: true },
        { signal },
      );
      return page.totalItems ?? page.items.length;
    };
    const [unresolved, contained] = await Promise.all([
      count(UNRESOLVED),
      count(['contained']),
    ]);
    return { unresolved, contained };
  });
}
