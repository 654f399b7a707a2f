import type { Page } from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, useApiData } from './useApiData';

/** The most that the API gives at once. */
const MOST_AT_ONCE = 200;

/** The first so many of a list, and how many there are. */
export type Pages<T> = ApiData<{ items: T[]; totalItems: number }>;

interface PageRequest {
  cursor?: string;
  limit: number;
  total: boolean;
}

/**
 * Loads the first so many of a list, page by page.
 *
 * @param key - tells lists apart
 * @param shown - how many
 * @param load - asks for one page
 */
export function usePages<T>(
  key: string,
  shown: number,
  load: (page: PageRequest, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  return useApiData(`${shown} ${key}`, async signal => {
    const items: T[] = [];
    let totalItems: number | undefined;
    let cursor: string | undefined;
    do {
      const limit = Math.min(shown - items.length, MOST_AT_ONCE);
      const first = items.length === 0;
      const page = await load({ cursor, limit, total: first }, signal);
      items.push(...page.items);
      totalItems ??= page.totalItems;
      cursor = page.nextCursor;
    } while (cursor && items.length < shown);
    return { items, totalItems: totalItems ?? items.length };
  });
}
