import {
  createApiFactory,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  IncidentLearningApi,
  IncidentLearningClient,
} from '@hindsight/backstage-plugin-incident-learning-common';

/**
 * The plugin's backend, as its pages ask it.
 *
 * @public
 */
export const incidentLearningApiRef = createApiRef<IncidentLearningApi>({
  id: 'plugin.incident-learning.api',
});

export const incidentLearningApiFactory = createApiFactory({
  api: incidentLearningApiRef,
  deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
  factory: deps => new IncidentLearningClient(deps),
});
