import { useCallback } from 'react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { shorten } from './shorten';
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

/** Words that scopes are written by where no entity is meant. */
const NO_ENTITIES = ['org', 'mine'];

/** What is wrong with the scope that the address names, and what is shown instead. */
export function useScopeProblem(): string | undefined {
  const [params] = useUrlParams();
  const named = params.get('scope');
  return !named || NO_ENTITIES.includes(named) || readScope(named)
    ? undefined
    : `“${shorten(
        named,
      )}” of the address is no entity, such as group:default/checkout`;
}

function readScope(text: string | null): string | undefined {
  try {
    return text ? stringifyEntityRef(parseEntityRef(text)) : undefined;
  } catch {
    return undefined;
  }
}
