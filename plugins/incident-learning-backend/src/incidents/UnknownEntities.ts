import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AccessFilter, IncidentAccess } from '../access';
import type { IncidentStore } from './IncidentStore';
import { CatalogEntry, catalogDocuments } from './import/catalogFile';

const PAGE_SIZE = 500;

/** Finds the entities that incidents name and the catalog does not know, so that it can learn of them. */
export class UnknownEntities {
  static create(options: {
    store: IncidentStore;
    access: IncidentAccess;
    catalog: CatalogService;
  }): UnknownEntities {
    return new UnknownEntities(options);
  }

  private constructor(
    private readonly options: {
      store: IncidentStore;
      access: IncidentAccess;
      catalog: CatalogService;
    },
  ) {}

  /**
   * The documents of a catalog file with the components among them; what an entity of another kind is cannot be told
   * from its ref.
   *
   * @throws NotAllowedError when the caller may not read incidents
   */
  async catalogFile(
    credentials: BackstageCredentials,
  ): Promise<AsyncIterable<string>> {
    return this.documents(
      await this.options.access.readable(credentials),
      credentials,
    );
  }

  private async *documents(
    access: AccessFilter,
    credentials: BackstageCredentials,
  ): AsyncIterable<string> {
    yield '# Components that incidents name and the catalog did not know. Give each its owner.\n';
    let after = '';
    for (;;) {
      const refs = await this.options.store.listEntityRefs(access, {
        after,
        limit: PAGE_SIZE,
      });
      if (refs.length === 0) {
        return;
      }
      yield* catalogDocuments(await this.unknown(refs, credentials));
      after = refs[refs.length - 1];
    }
  }

  private async unknown(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<CatalogEntry[]> {
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name'] },
      { credentials },
    );
    return entityRefs
      .filter((_, index) => !items[index])
      .map(entityRef => ({ entityRef }));
  }
}
