import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Decision } from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, incidentLearningApiRef, useApiData } from '../../api';

/** The decisions about an incident, the latest first. */
export interface Decisions extends ApiData<Decision[]> {
  /** Loads them anew. */
  reload: () => void;
}

/** What was decided about containing an incident. */
export function useDecisions(incidentId: string): Decisions {
  const api = useApi(incidentLearningApiRef);
  const [version, setVersion] = useState(0);
  const answer = useApiData(`${version} ${incidentId}`, () =>
    api.listDecisions(incidentId),
  );
  return { ...answer, reload: () => setVersion(before => before + 1) };
}
