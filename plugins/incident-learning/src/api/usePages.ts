import { useMemo, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import type { Page } from '@hindsight/backstage-plugin-incident-learning-common';
import { ApiData, useApiData } from './useApiData';

/** How many rows a list shows at first, and how many more each time. */
export const PAGE_SIZE = 50;

/** The most that the API gives at once. */
const MOST_AT_ONCE = 200;

/** The first so many of a list, how many there are, and a way to more. */
export interface Pages<T> extends ApiData<{ items: T[]; totalItems: number }> {
  /** Whether there is more than what is there. */
  hasMore: boolean;
  /** Whether more is being loaded. */
  loadingMore: boolean;
  /** Why more could not be loaded. */
  moreError?: Error;
  loadMore: () => void;
}

const NONE: never[] = [];

interface PageRequest {
  cursor?: string;
  limit: number;
  total: boolean;
}

interface Loaded<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

/** What was added to what was loaded first. */
interface Added<T> extends Pick<Loaded<T>, 'items' | 'nextCursor'> {
  to: Loaded<T> | undefined;
  loading: boolean;
  error?: Error;
}

/**
 * Loads the first so many of a list, page by page, and more of it on demand.
 *
 * @param key - tells lists apart
 * @param options - `shown`: how many to start with, so that a list somebody returns to is as long as it was;
 * `pageSize`: how many more each time, 50 unless said
 * @param load - asks for one page
 */
export function usePages<T>(
  key: string,
  options: { shown: number; pageSize?: number },
  load: (page: PageRequest, signal?: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const { shown, pageSize = PAGE_SIZE } = options;
  const first = useApiData(key, signal =>
    loadFirst(shown, page => load(page, signal)),
  );
  const [last, setAdded] = useState<Added<T>>();
  const latest = useLatest(last);
  const added: Added<T> =
    last && last.to === first.data
      ? last
      : {
          to: first.data,
          items: NONE,
          nextCursor: first.data?.nextCursor,
          loading: false,
        };

  const loadMore = async () => {
    const { nextCursor: cursor } = added;
    if (!cursor || added.loading) {
      return;
    }
    // Another list may have taken its place meanwhile.
    const settle = (next: Partial<Added<T>>) =>
      latest.current?.to === added.to &&
      setAdded({ ...added, loading: false, error: undefined, ...next });
    setAdded({ ...added, loading: true, error: undefined });
    try {
      const page = await load({ cursor, limit: pageSize, total: false });
      const items = [...added.items, ...page.items];
      settle({ items, nextCursor: page.nextCursor });
    } catch (error) {
      settle({ error: error as Error });
    }
  };

  const data = useMemo(
    () =>
      first.data && {
        totalItems: first.data.totalItems,
        items: [...first.data.items, ...added.items],
      },
    [first.data, added.items],
  );
  return {
    ...first,
    data,
    hasMore: added.nextCursor !== undefined,
    loadingMore: added.loading,
    moreError: added.error,
    loadMore,
  };
}

async function loadFirst<T>(
  shown: number,
  load: (page: PageRequest) => Promise<Page<T>>,
): Promise<Loaded<T>> {
  const items: T[] = [];
  let totalItems: number | undefined;
  let nextCursor: string | undefined;
  do {
    const page = await load({
      cursor: nextCursor,
      limit: Math.min(shown - items.length, MOST_AT_ONCE),
      total: items.length === 0,
    });
    items.push(...page.items);
    totalItems ??= page.totalItems;
    nextCursor = page.nextCursor;
  } while (nextCursor && items.length < shown);
  return { items, totalItems: totalItems ?? items.length, nextCursor };
}
