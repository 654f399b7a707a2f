import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Parameters to set in the page's address; `undefined` or empty takes one out. */
export type UrlPatch = Record<string, string | string[] | undefined>;

/**
 * The query of the page's address, where views keep their filters, so that a
 * link shows the same view. Parameters of others are left alone. A change
 * replaces the entry in the history: Back leaves the page.
 */
export function useUrlParams(): [URLSearchParams, (patch: UrlPatch) => void] {
  const [params, setParams] = useSearchParams();
  const update = useCallback(
    (patch: UrlPatch) =>
      setParams(current => patchParams(current, patch), { replace: true }),
    [setParams],
  );
  return [params, update];
}

/** A copy of the parameters with some of them set. */
export function patchParams(
  params: URLSearchParams,
  patch: UrlPatch,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(patch)) {
    next.delete(name);
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item) {
        next.append(name, item);
      }
    }
  }
  return next;
}
