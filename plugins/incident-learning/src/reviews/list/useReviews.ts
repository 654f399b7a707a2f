import { useApi } from '@backstage/core-plugin-api';
import type {
  IncidentLearningApi,
  ReviewQuery,
  ReviewSummary,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';

/** The most that the API gives at once. */
const MOST_AT_ONCE = 200;

/** The first so many reviews of a query, and how many there are. */
export function useReviews(query: Partial<ReviewQuery>, shown: number) {
  const api = useApi(incidentLearningApiRef);
  return useApiData(`${shown} ${JSON.stringify(query)}`, signal =>
    loadReviews(api, query, { shown, signal }),
  );
}

async function loadReviews(
  api: IncidentLearningApi,
  query: Partial<ReviewQuery>,
  options: { shown: number; signal: AbortSignal },
) {
  const { shown, signal } = options;
  const items: ReviewSummary[] = [];
  let totalItems: number | undefined;
  let cursor: string | undefined;
  do {
    const limit = Math.min(shown - items.length, MOST_AT_ONCE);
    const page = await api.listReviews(
      { ...query, cursor, limit, total: items.length === 0 },
      { signal },
    );
    items.push(...page.items);
    totalItems ??= page.totalItems;
    cursor = page.nextCursor;
  } while (cursor && items.length < shown);
  return { items, totalItems: totalItems ?? items.length };
}
