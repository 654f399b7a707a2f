import { useCallback } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useUrlParams } from './useUrlParams';

/**
 * The entity whose incidents the page's address asks for (`scope=<entity ref>`);
 * undefined is the whole organisation.
 */
export function useScope(): [
  string | undefined,
  (scope: string | undefined) => void,
] {
  const [params, update] = useUrlParams();
  const pick = useCallback(
    (scope: string | undefined) => update({ scope }),
    [update],
  );
  return [readScope(params.get('scope')), pick];
}

function readScope(text: string | null): string | undefined {
  try {
    return text ? stringifyEntityRef(parseEntityRef(text)) : undefined;
  } catch {
    return undefined;
  }
}
