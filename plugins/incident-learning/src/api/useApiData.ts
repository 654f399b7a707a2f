import { useCallback, useEffect, useMemo, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';

/** What was asked for, as far as it is there. */
export interface ApiData<T> {
  /** The last answer; while another key loads, that of the key before. */
  data?: T;
  /** Why the last request failed. */
  error?: Error;
  /** Whether a request is under way. */
  loading: boolean;
  /** Asks again. */
  retry: () => void;
}

interface Answer<T> {
  request?: string;
  data?: T;
  error?: Error;
}

/**
 * Loads data whenever `key` changes. A request that is no longer wanted is
 * aborted, and its answer is never shown.
 *
 * @param key - tells requests apart
 * @param load - makes the request; the latest one given is called
 * @param due - with `false` nothing is asked for yet
 */
export function useApiData<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  due = true,
): ApiData<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer<T>>({});
  const latestLoad = useLatest(load);
  const request = `${attempt} ${key}`;

  useEffect(() => {
    if (!due) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (next: Answer<T>) => {
      if (!controller.signal.aborted) {
        setAnswer(next);
      }
    };
    latestLoad.current(controller.signal).then(
      data => settle({ request, data }),
      error => settle({ request, error }),
    );
    return () => controller.abort();
  }, [request, due, latestLoad]);

  const loading = answer.request !== request;
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  // The same object for the same answer, so that what is drawn of it is not drawn again.
  return useMemo(
    () => ({
      data: answer.data,
      error: loading ? undefined : answer.error,
      loading,
      retry,
    }),
    [answer, loading, retry],
  );
}
