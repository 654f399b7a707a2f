import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Incident,
  IncidentQuery,
} from '@hindsight/backstage-plugin-incident-learning-common';
import useLatest from 'react-use/esm/useLatest';
import { incidentLearningApiRef } from '../../api';

/** The most that the API gives at once. */
const MOST_AT_ONCE = 200;

/** A list that grows page by page. */
export interface IncidentPages {
  /** While another query loads, those of the query before; undefined before the first answer. */
  incidents?: Incident[];
  totalItems?: number;
  hasMore: boolean;
  /** Whether the list is loading from its start. */
  loading: boolean;
  loadingMore: boolean;
  error?: Error;
  moreError?: Error;
  loadMore: () => Promise<void>;
  retry: () => void;
}

interface Loaded {
  request?: string;
  incidents?: Incident[];
  totalItems?: number;
  nextCursor?: string;
  error?: Error;
}

/**
 * Loads a list of incidents, and more of it on demand.
 *
 * @param options - `shown`: how many to start with, so that a list somebody returns to is as long as it was;
 * `version`: another value loads the list anew
 */
export function useIncidentPages(
  query: Partial<IncidentQuery>,
  options: { pageSize: number; shown: number; version?: number },
): IncidentPages {
  const api = useApi(incidentLearningApiRef);
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded>({});
  const [more, setMore] = useState<{ loading: boolean; error?: Error }>({
    loading: false,
  });
  const latest = useLatest({ query, ...options });
  const request = `${options.version} ${attempt} ${JSON.stringify(query)}`;
  const current = useRef(request);
  current.current = request;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const load = async () => {
      const { pageSize, shown } = latest.current;
      let answer = await api.listIncidents(
        {
          ...latest.current.query,
          total: true,
          limit: Math.min(Math.max(shown, pageSize), MOST_AT_ONCE),
        },
        { signal },
      );
      const { totalItems } = answer;
      const incidents = [...answer.items];
      while (incidents.length < shown && answer.nextCursor) {
        answer = await api.listIncidents(
          {
            ...latest.current.query,
            cursor: answer.nextCursor,
            limit: Math.min(shown - incidents.length, MOST_AT_ONCE),
          },
          { signal },
        );
        incidents.push(...answer.items);
      }
      return { incidents, totalItems, nextCursor: answer.nextCursor };
    };
    setMore({ loading: false });
    load().then(
      list => !signal.aborted && setLoaded({ request, ...list }),
      error => !signal.aborted && setLoaded({ request, error }),
    );
    return () => controller.abort();
  }, [api, request, latest]);

  const loadMore = useCallback(async () => {
    if (!loaded.nextCursor) {
      return;
    }
    const { query: of, pageSize } = latest.current;
    setMore({ loading: true });
    try {
      const answer = await api.listIncidents({
        ...of,
        cursor: loaded.nextCursor,
        limit: pageSize,
      });
      if (current.current === loaded.request) {
        setLoaded({
          ...loaded,
          incidents: [...(loaded.incidents ?? []), ...answer.items],
          nextCursor: answer.nextCursor,
        });
        setMore({ loading: false });
      }
    } catch (error) {
      if (current.current === loaded.request) {
        setMore({ loading: false, error: error as Error });
      }
    }
  }, [api, loaded, latest]);

  const loading = loaded.request !== request;
  return {
    incidents: loaded.incidents,
    totalItems: loaded.totalItems,
    hasMore: loaded.nextCursor !== undefined,
    loading,
    loadingMore: more.loading,
    error: loading ? undefined : loaded.error,
    moreError: more.error,
    loadMore,
    retry: useCallback(() => setAttempt(count => count + 1), []),
  };
}
