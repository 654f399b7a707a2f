import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApiData } from '../../api';
import { entityOptionOf } from '../entities';

/** The title of an entity, or its ref until the catalog has told it; empty without one. */
export function useEntityTitle(entityRef: string | undefined): string {
  const catalog = useApi(catalogApiRef);
  const { data, loading } = useApiData(
    entityRef ?? '',
    async () => entityRef && (await catalog.getEntityByRef(entityRef)),
  );
  return data && !loading ? entityOptionOf(data).title : entityRef ?? '';
}
