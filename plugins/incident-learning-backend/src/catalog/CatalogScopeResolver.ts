import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { normalizeEntityRef } from '@hindsight/backstage-plugin-incident-learning-common';
import { LRUCache } from 'lru-cache';
import type { ResolvedScope, ScopeResolver } from './ScopeResolver';

/** The views of one dashboard ask within seconds; a change in the catalog shows within this time. */
const CACHE_TTL_MS = 30_000;
/** Bounds the memory of the cache: all its scopes together. */
const CACHED_REFS = 200_000;
/** How many entities one question to the catalog names. */
const REFS_PER_QUERY = 500;

const KINDS_WITH_MEMBERS = ['group', 'system', 'domain'];

export interface CatalogScopeResolverOptions {
  catalog: CatalogService;
  /** Turns names into those under which incidents are kept; without it they are the same. */
  aliases?: { apply(entityRefs: string[]): string[] };
}

interface Question {
  scope: string;
  credentials: BackstageCredentials;
}

/**
 * Resolves scopes by the relations in the catalog, asked on behalf of the caller: entities that somebody may not see
 * in the catalog do not count for them, and answers are cached per caller.
 */
export class CatalogScopeResolver implements ScopeResolver {
  private readonly catalog: CatalogService;
  private readonly aliases: CatalogScopeResolverOptions['aliases'];
  private readonly cache: LRUCache<string, string[], Question>;

  static create(options: CatalogScopeResolverOptions): ScopeResolver {
    return new CatalogScopeResolver(options);
  }

  private constructor({ catalog, aliases }: CatalogScopeResolverOptions) {
    this.catalog = catalog;
    this.aliases = aliases;
    this.cache = new LRUCache({
      ttl: CACHE_TTL_MS,
      maxSize: CACHED_REFS,
      sizeCalculation: refs => refs.length,
      // One question for all who wait for it, even if its place in the cache is gone by then.
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => this.ask(context),
    });
  }

  async resolve(
    scope: string,
    credentials: BackstageCredentials,
  ): Promise<ResolvedScope> {
    if (scope === 'org') {
      return { kind: 'org' };
    }
    const ref = normalizeEntityRef(scope);
    const entityRefs = KINDS_WITH_MEMBERS.includes(parseEntityRef(ref).kind)
      ? await this.cache.forceFetch(keyOf(ref, credentials), {
          context: { scope: ref, credentials },
        })
      : [ref];
    return {
      kind: 'entities',
      entityRefs: this.aliases?.apply(entityRefs) ?? entityRefs,
    };
  }

  private async ask(question: Question): Promise<string[]> {
    const { scope } = question;
    try {
      if (parseEntityRef(scope).kind !== 'group') {
        return await this.descendants(RELATION_PART_OF, question);
      }
      const groups = await this.descendants(RELATION_CHILD_OF, question);
      const owned = await this.related(groups, RELATION_OWNED_BY, question);
      return [...new Set([...groups, ...owned])];
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked which entities belong to ${scope}: try again in a moment`,
        error,
      );
    }
  }

  /** The scope and all below it; nothing is asked for twice, so cycles end. */
  private async descendants(
    relation: string,
    question: Question,
  ): Promise<string[]> {
    const found = new Set([question.scope]);
    let frontier = [question.scope];
    while (frontier.length > 0) {
      const related = await this.related(frontier, relation, question);
      frontier = related.filter(ref => !found.has(ref));
      frontier.forEach(ref => found.add(ref));
    }
    return [...found];
  }

  /** The entities that have the relation to one of the targets, each once. */
  private async related(
    targets: string[],
    relation: string,
    { credentials }: Question,
  ): Promise<string[]> {
    const refs = new Set<string>();
    for (let start = 0; start < targets.length; start += REFS_PER_QUERY) {
      const pages = this.catalog.streamEntities(
        {
          query: {
            relations: {
              $contains: {
                type: relation,
                targetRef: {
                  $in: targets.slice(start, start + REFS_PER_QUERY),
                },
              },
            },
          },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      for await (const page of pages) {
        page.forEach(entity => refs.add(stringifyEntityRef(entity)));
      }
    }
    return [...refs];
  }
}

/** What the catalog shows can depend on who asks, and on what a service's token is limited to. */
function keyOf(scope: string, { principal }: BackstageCredentials): string {
  return JSON.stringify([scope, principal]);
}
