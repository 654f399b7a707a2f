import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';

const KEPT_MS = 30_000;
const KEPT_CALLERS = 500;
const PAGE_SIZE = 500;

/** Finds what somebody owns. */
export interface Ownership {
  /**
   * The entities that one of these users or groups owns.
   *
   * @throws ServiceUnavailableError when the catalog cannot be asked
   */
  ownedBy(refs: string[], credentials: BackstageCredentials): Promise<string[]>;
}

/** Asks the catalog what somebody owns, at most every half minute. */
export class CatalogOwnership implements Ownership {
  private readonly kept = new LRUCache<string, string[]>({
    max: KEPT_CALLERS,
    ttl: KEPT_MS,
  });

  static create(options: { catalog: CatalogService }): Ownership {
    return new CatalogOwnership(options.catalog);
  }

  private constructor(private readonly catalog: CatalogService) {}

  async ownedBy(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (refs.length === 0) {
      return [];
    }
    const key = JSON.stringify([...refs].sort());
    const known = this.kept.get(key);
    if (known) {
      return known;
    }
    const owned = await this.ask(refs, credentials);
    this.kept.set(key, owned);
    return owned;
  }

  private async ask(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    try {
      const owned: string[] = [];
      for await (const entities of this.catalog.streamEntities(
        {
          filter: { [`relations.${RELATION_OWNED_BY}`]: refs },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          pageSize: PAGE_SIZE,
        },
        { credentials },
      )) {
        owned.push(...entities.map(entity => stringifyEntityRef(entity)));
      }
      return owned;
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog does not answer, so it is not known which restricted incidents are yours: try again in a moment',
        error,
      );
    }
  }
}
