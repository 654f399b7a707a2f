import { parseEntityRef } from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** An entity that the catalog should know of. @public */
export interface CatalogEntry {
  entityRef: string;
  title?: string;
}

/**
 * Writes components as the documents of a catalog file, one string each. Entities of other kinds are passed over: what
 * they are cannot be told from their ref.
 *
 * @param owner - the owner of all of them, until somebody knows better
 * @public
 */
export function* catalogDocuments(
  entries: Iterable<CatalogEntry>,
  owner = 'unknown',
): Generator<string> {
  for (const { entityRef, title } of entries) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    if (kind.toLocaleLowerCase('en-US') === 'component') {
      const entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name,
          ...(namespace !== 'default' && { namespace }),
          ...(title && { title }),
        },
        spec: { type: 'service', lifecycle: 'production', owner },
      };
      yield `---\n${stringify(entity)}`;
    }
  }
}
