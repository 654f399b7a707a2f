import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, parseEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';
import type { Teams } from './Teams';

/** The views of one dashboard ask within seconds; a change in the catalog shows within this time. */
const KEPT_MS = 30_000;
const KEPT_ENTITIES = 50_000;
/** How many entities one question to the catalog names. */
const REFS_PER_QUERY = 1_000;

/** Asks the catalog who owns what, on behalf of the caller, at most every half minute. */
export class CatalogTeams implements Teams {
  private readonly kept = new LRUCache<string, string[]>({
    max: KEPT_ENTITIES,
    ttl: KEPT_MS,
  });

  static create(options: { catalog: CatalogService }): Teams {
    return new CatalogTeams(options.catalog);
  }

  private constructor(private readonly catalog: CatalogService) {}

  async teamsOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    // What the catalog shows can depend on who asks.
    const caller = JSON.stringify(credentials.principal);
    const keyOf = (ref: string) => `${caller} ${ref}`;
    const teams = new Map<string, string[]>();
    const asked: string[] = [];
    for (const ref of new Set(entityRefs)) {
      const known = isTeam(ref) ? [ref] : this.kept.get(keyOf(ref));
      if (known) {
        teams.set(ref, known);
      } else {
        asked.push(ref);
      }
    }
    for (let start = 0; start < asked.length; start += REFS_PER_QUERY) {
      const refs = asked.slice(start, start + REFS_PER_QUERY);
      const owners = await this.ask(refs, credentials);
      refs.forEach((ref, index) => {
        teams.set(ref, owners[index]);
        this.kept.set(keyOf(ref), owners[index]);
      });
    }
    return teams;
  }

  private async ask(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[][]> {
    try {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata', 'relations'] },
        { credentials },
      );
      return items.map(entity =>
        (entity?.relations ?? [])
          .filter(({ type }) => type === RELATION_OWNED_BY)
          .map(({ targetRef }) => targetRef),
      );
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog could not be asked who owns the services: try again in a moment',
        error,
      );
    }
  }
}

function isTeam(ref: string): boolean {
  return ['group', 'user'].includes(parseEntityRef(ref).kind);
}
