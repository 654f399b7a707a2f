import { useEffect, useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  CatalogApi,
  catalogApiRef,
  defaultEntityPresentation,
} from '@backstage/plugin-catalog-react';

/** An entity to choose. */
export interface EntityOption {
  entityRef: string;
  title: string;
  /** As the catalog writes it, such as `Component`. */
  kind: string;
}

const PAUSE_MS = 200;

/**
 * Finds entities of some kinds by their name or title.
 *
 * @param kinds - the same array each time
 */
export function useEntitySearch(options: {
  text: string;
  kinds: readonly string[];
  /** Whether somebody is looking; without that nothing is asked. */
  active: boolean;
}) {
  const { kinds, active } = options;
  const catalog = useApi(catalogApiRef);
  const term = options.text.trim();
  const [found, setFound] = useState<{
    term?: string;
    options: EntityOption[];
    failed?: boolean;
  }>({ options: [] });

  useEffect(() => {
    if (!active) {
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(
      () =>
        search(catalog, term, kinds).then(
          entities => wanted && setFound({ term, options: entities }),
          () => wanted && setFound({ term, options: [], failed: true }),
        ),
      term ? PAUSE_MS : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [catalog, kinds, active, term]);

  return {
    options: found.options,
    loading: active && found.term !== term,
    failed: found.failed ?? false,
  };
}

async function search(
  catalog: CatalogApi,
  term: string,
  kinds: readonly string[],
): Promise<EntityOption[]> {
  const { items } = await catalog.queryEntities({
    filter: { kind: [...kinds] },
    fullTextFilter: term
      ? {
          // Of a ref that is being typed only the name can be searched for.
          term: term.replace(/^[a-z]+:([^/]*\/)?/i, ''),
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        }
      : undefined,
    fields: [
      'kind',
      'metadata.namespace',
      'metadata.name',
      'metadata.title',
      'spec.profile.displayName',
    ],
    orderFields: [
      { field: 'kind', order: 'asc' },
      { field: 'metadata.name', order: 'asc' },
    ],
    limit: 20,
  });
  return items.map(entityOptionOf);
}

/** An entity as something to choose. */
export function entityOptionOf(entity: Entity): EntityOption {
  return {
    entityRef: stringifyEntityRef(entity),
    title: defaultEntityPresentation(entity).primaryTitle,
    kind: entity.kind,
  };
}
