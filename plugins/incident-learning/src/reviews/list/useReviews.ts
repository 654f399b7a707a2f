import { useApi } from '@backstage/core-plugin-api';
import type {
  ReviewQuery,
  ReviewSummary,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Pages, incidentLearningApiRef, usePages } from '../../api';

/** The first so many reviews of a query, and how many there are. */
export function useReviews(
  query: Partial<ReviewQuery>,
  shown: number,
): Pages<ReviewSummary> {
  const api = useApi(incidentLearningApiRef);
  return usePages(JSON.stringify(query), { shown }, (page, signal) =>
    api.listReviews({ ...query, ...page }, { signal }),
  );
}
