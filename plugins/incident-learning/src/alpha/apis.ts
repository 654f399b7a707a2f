import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { incidentLearningApiFactory } from '../api';

export const incidentLearningApi = ApiBlueprint.make({
  params: defineParams => defineParams(incidentLearningApiFactory),
});
