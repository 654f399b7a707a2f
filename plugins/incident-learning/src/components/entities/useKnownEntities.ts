import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Whether the catalog has an entity; undefined while that is not known. */
export type KnownEntities = (entityRef: string) => boolean | undefined;

/**
 * Asks the catalog once for each entity, all new ones of a page in one request.
 * Where the catalog does not answer, nothing is said of them.
 */
export function useKnownEntities(entityRefs: string[]): KnownEntities {
  const catalog = useApi(catalogApiRef);
  const asked = useRef(new Set<string>());
  const [known, setKnown] = useState<ReadonlyMap<string, boolean>>(new Map());
  const wanted = [...new Set(entityRefs)].sort().join(' ');

  useEffect(() => {
    const refs = wanted
      .split(' ')
      .filter(ref => ref && !asked.current.has(ref));
    if (refs.length === 0) {
      return;
    }
    refs.forEach(ref => asked.current.add(ref));
    catalog
      .getEntitiesByRefs({
        entityRefs: refs,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      })
      .then(({ items }) =>
        setKnown(
          before =>
            new Map([
              ...before,
              ...refs.map(
                (ref, index) => [ref, Boolean(items[index])] as const,
              ),
            ]),
        ),
      )
      .catch(() => refs.forEach(ref => asked.current.delete(ref)));
  }, [catalog, wanted]);

  return entityRef => known.get(entityRef);
}
