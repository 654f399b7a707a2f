import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';

/** The title of an entity that may not be picked yet; its ref until the catalog has told. */
export function usePickedTitle(
  entityRef: string | undefined,
): string | undefined {
  const presentations = useApiHolder().get(entityPresentationApiRef);
  const [known, setKnown] = useState<{ entityRef: string; title: string }>();
  useEffect(() => {
    if (!presentations || !entityRef) {
      return undefined;
    }
    let wanted = true;
    presentations
      .forEntity(entityRef)
      .promise.then(
        ({ primaryTitle }) =>
          wanted && setKnown({ entityRef, title: primaryTitle }),
      );
    return () => {
      wanted = false;
    };
  }, [presentations, entityRef]);
  return known?.entityRef === entityRef ? known?.title : entityRef;
}
