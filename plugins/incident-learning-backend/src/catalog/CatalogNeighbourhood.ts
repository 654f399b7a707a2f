import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { LRUCache } from 'lru-cache';
import type {
  Neighbour,
  Neighbourhood,
  Relative,
  Surroundings,
} from './Neighbourhood';

/** The views of one page ask within seconds; a change in the catalog shows within this time. */
const KEPT_MS = 30_000;
const KEPT_ENTITIES = 500;
const STEPS = 2;
/** As many as are looked at on each step of each direction. */
const MAX_NEIGHBOURS = 500;
/** As many as may share something. */
const MAX_RELATIVES = 2_000;

/** Relations that lead to what an entity cannot do without; an API stands for those who provide it. */
const DEPENDS_ON = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_API_PROVIDED_BY,
];
/** The same the other way round. */
const DEPENDENCY_OF = [
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
  RELATION_API_CONSUMED_BY,
];

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.tags',
  'spec.type',
  'relations',
];

interface Question {
  entityRef: string;
  credentials: BackstageCredentials;
}

/** Finds what is around an entity by the catalog's relations, on behalf of the caller, at most every half minute. */
export class CatalogNeighbourhood implements Neighbourhood {
  private readonly catalog: CatalogService;
  private readonly kept: LRUCache<string, Surroundings, Question>;

  static create(options: { catalog: CatalogService }): Neighbourhood {
    return new CatalogNeighbourhood(options.catalog);
  }

  private constructor(catalog: CatalogService) {
    this.catalog = catalog;
    this.kept = new LRUCache({
      ttl: KEPT_MS,
      max: KEPT_ENTITIES,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context }) => this.ask(context),
    });
  }

  around(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Surroundings> {
    // What the catalog shows can depend on who asks.
    const key = JSON.stringify([entityRef, credentials.principal]);
    return this.kept.forceFetch(key, { context: { entityRef, credentials } });
  }

  private async ask({
    entityRef,
    credentials,
  }: Question): Promise<Surroundings> {
    try {
      const [entity] = await this.load([entityRef], credentials);
      if (!entity) {
        return { neighbours: [], relatives: [], tags: [] };
      }
      const upwards = await this.walk(entity, 'depends-on', credentials);
      const downwards = await this.walk(entity, 'dependency-of', credentials);
      return {
        neighbours: [...upwards, ...downwards],
        relatives: await this.relatives(entity, credentials),
        tags: tagsOf(entity),
        type: typeOf(entity),
      };
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog could not be asked what is around ${entityRef}: try again in a moment`,
        error,
      );
    }
  }

  /** Step by step, all of a step in one question; nothing is asked for twice, so cycles end. */
  private async walk(
    start: Entity,
    direction: Neighbour['direction'],
    credentials: BackstageCredentials,
  ): Promise<Neighbour[]> {
    const relations = direction === 'depends-on' ? DEPENDS_ON : DEPENDENCY_OF;
    const seen = new Set([stringifyEntityRef(start)]);
    const found: Neighbour[] = [];
    let frontier: { entity: Entity; path: Neighbour['path'] }[] = [
      { entity: start, path: [] },
    ];
    for (let step = 0; step < STEPS; step++) {
      const next = new Map<string, Neighbour>();
      for (const { entity, path } of frontier) {
        for (const { type, targetRef } of entity.relations ?? []) {
          if (
            relations.includes(type) &&
            !seen.has(targetRef) &&
            next.size < MAX_NEIGHBOURS
          ) {
            seen.add(targetRef);
            next.set(targetRef, {
              entityRef: targetRef,
              direction,
              path: [...path, { relation: type, entityRef: targetRef }],
            });
          }
        }
      }
      // A relation can name what the catalog does not show to the caller.
      const entities = await this.load([...next.keys()], credentials);
      frontier = entities.flatMap(entity => {
        const neighbour = next.get(stringifyEntityRef(entity));
        return neighbour ? { entity, path: neighbour.path } : [];
      });
      found.push(
        ...frontier.flatMap(
          ({ entity }) => next.get(stringifyEntityRef(entity)) ?? [],
        ),
      );
    }
    return found;
  }

  private async relatives(
    entity: Entity,
    credentials: BackstageCredentials,
  ): Promise<Relative[]> {
    const systems = systemsOf(entity);
    const tags = tagsOf(entity);
    const type = typeOf(entity);
    const filter: Record<string, string | string[]>[] = [
      ...(systems.length > 0
        ? [{ [`relations.${RELATION_PART_OF}`]: systems }]
        : []),
      ...(tags.length > 0 ? [{ 'metadata.tags': tags }] : []),
      ...(type ? [{ kind: entity.kind, 'spec.type': type }] : []),
    ];
    if (filter.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntities(
      { filter, fields: FIELDS, limit: MAX_RELATIVES },
      { credentials },
    );
    const self = stringifyEntityRef(entity);
    return items
      .map(other => ({
        entityRef: stringifyEntityRef(other),
        systems: systemsOf(other).filter(ref => systems.includes(ref)),
        tags: tagsOf(other).filter(tag => tags.includes(tag)),
        sameType:
          type !== undefined &&
          typeOf(other) === type &&
          other.kind === entity.kind,
      }))
      .filter(({ entityRef }) => entityRef !== self);
  }

  private async load(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs, fields: FIELDS },
      { credentials },
    );
    return items.filter(entity => entity !== undefined);
  }
}

function systemsOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(
      ({ type, targetRef }) =>
        type === RELATION_PART_OF && targetRef.startsWith('system:'),
    )
    .map(({ targetRef }) => targetRef);
}

function tagsOf({ metadata }: Entity): string[] {
  return metadata.tags ?? [];
}

function typeOf({ spec }: Entity): string | undefined {
  return typeof spec?.type === 'string' ? spec.type : undefined;
}
