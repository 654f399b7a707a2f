import { useApi } from '@backstage/core-plugin-api';
import type { IncidentFacets } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';

const NO_FACETS: IncidentFacets = {
  category: [],
  attackVector: [],
  tag: [],
  source: [],
};

/** The values that incidents of a scope have; undefined while they load, empty where they cannot be told. */
export function useFacets(
  scope: string | undefined,
  version = 0,
): IncidentFacets | undefined {
  const api = useApi(incidentLearningApiRef);
  const { data, error } = useApiData(`${version} ${scope}`, () =>
    api.getIncidentFacets({ scope }),
  );
  return error ? NO_FACETS : data;
}
