import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiData } from '../../api';
import { entityOptionOf } from '../../components/entities';

/** Titles of entities, all in one request; a ref stands for itself until the catalog has told. */
export function useTitles(entityRefs: string[]): (entityRef: string) => string {
  const catalog = useApi(catalogApiRef);
  const { data } = useApiData([...entityRefs].sort().join(' '), async () => {
    if (entityRefs.length === 0) {
      return new Map<string, string>();
    }
    const { items } = await catalog.getEntitiesByRefs({
      entityRefs,
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.title',
        'spec.profile.displayName',
      ],
    });
    return new Map(
      items.flatMap(entity => {
        const option = entity && entityOptionOf(entity);
        return option ? [[option.entityRef, option.title] as const] : [];
      }),
    );
  });
  return useCallback(entityRef => data?.get(entityRef) ?? entityRef, [data]);
}
