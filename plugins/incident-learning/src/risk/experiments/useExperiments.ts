import { useApi } from '@backstage/core-plugin-api';
import type {
  ExperimentStatus,
  IncidentLearningApi,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';

const MOST_AT_ONCE = 200;

/** The first so many experiments, and how many there are. */
export function useExperiments(status: ExperimentStatus[], shown: number) {
  const api = useApi(incidentLearningApiRef);
  return useApiData(`${status} ${shown}`, () => load(api, status, shown));
}

async function load(
  api: IncidentLearningApi,
  status: ExperimentStatus[],
  shown: number,
) {
  const items: RiskExperiment[] = [];
  let totalItems: number | undefined;
  let cursor: string | undefined;
  do {
    const page = await api.listRiskExperiments({
      status: status.length > 0 ? status : undefined,
      limit: Math.min(shown - items.length, MOST_AT_ONCE),
      cursor,
      total: items.length === 0,
    });
    items.push(...page.items);
    totalItems ??= page.totalItems;
    cursor = page.nextCursor;
  } while (cursor && items.length < shown);
  return { items, totalItems: totalItems ?? items.length };
}
