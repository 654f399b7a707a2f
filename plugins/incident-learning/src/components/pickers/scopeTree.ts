import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_PART,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_OWNED_BY,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { EntityOption, entityOptionOf } from '../entities';

/** Where a scope stands among the groups and systems of the catalog. */
export interface ScopePlace {
  /** What it belongs to, the widest first. */
  above: EntityOption[];
  self?: EntityOption;
  /** What it holds: the next scopes to look into. */
  below: EntityOption[];
}

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
  'relations',
];

// No hierarchy is deeper; a circle in it ends here.
const MAX_LEVELS = 8;
const MAX_GROUPS = 500;

/** The place of a scope; that of the whole organisation without one. */
export async function placeOf(
  catalog: CatalogApi,
  scope: string | undefined,
): Promise<ScopePlace> {
  if (!scope) {
    return { above: [], below: await topOf(catalog) };
  }
  const [entity] = await load(catalog, [scope]);
  if (!entity) {
    return { above: [], below: [] };
  }
  const [above, below] = await Promise.all([
    ancestorsOf(catalog, entity),
    load(catalog, partsOf(entity)),
  ]);
  return {
    above: above.map(entityOptionOf),
    self: entityOptionOf(entity),
    below: sorted(below.map(entityOptionOf)),
  };
}

/** The groups that belong to no other; where that is only one, those below it. */
async function topOf(catalog: CatalogApi): Promise<EntityOption[]> {
  const { items } = await catalog.queryEntities({
    filter: { kind: 'group' },
    fields: FIELDS,
    limit: MAX_GROUPS,
  });
  const roots = items.filter(group => !targetOf(group, RELATION_CHILD_OF));
  const shown =
    roots.length === 1
      ? await load(catalog, targetsOf(roots[0], RELATION_PARENT_OF))
      : roots;
  return sorted((shown.length > 0 ? shown : roots).map(entityOptionOf));
}

async function ancestorsOf(
  catalog: CatalogApi,
  entity: Entity,
): Promise<Entity[]> {
  const chain: Entity[] = [];
  let current: Entity | undefined = entity;
  while (current && chain.length < MAX_LEVELS) {
    const up = parentOf(current);
    [current] = up ? await load(catalog, [up]) : [];
    if (current) {
      chain.unshift(current);
    }
  }
  return chain;
}

/** A group belongs to a group; anything else to its system or domain, else to its owner. */
function parentOf(entity: Entity): string | undefined {
  return entity.kind.toLowerCase() === 'group'
    ? targetOf(entity, RELATION_CHILD_OF)
    : targetOf(entity, RELATION_PART_OF) ?? targetOf(entity, RELATION_OWNED_BY);
}

function partsOf(entity: Entity): string[] {
  if (entity.kind.toLowerCase() !== 'group') {
    return targetsOf(entity, RELATION_HAS_PART);
  }
  const groups = targetsOf(entity, RELATION_PARENT_OF);
  const owned = targetsOf(entity, RELATION_OWNER_OF);
  const systems = owned.filter(ref =>
    ['system', 'domain'].includes(parseEntityRef(ref).kind),
  );
  const held = [...groups, ...systems];
  // A team that has neither is looked into by its services.
  return held.length > 0
    ? held
    : owned.filter(ref => parseEntityRef(ref).kind === 'component');
}

function targetsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

function targetOf(entity: Entity, type: string): string | undefined {
  return targetsOf(entity, type)[0];
}

async function load(catalog: CatalogApi, refs: string[]): Promise<Entity[]> {
  if (refs.length === 0) {
    return [];
  }
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: refs,
    fields: FIELDS,
  });
  return items.filter((item): item is Entity => item !== undefined);
}

function sorted(options: EntityOption[]): EntityOption[] {
  return options.sort(
    (a, b) =>
      a.kind.localeCompare(b.kind) * -1 || a.title.localeCompare(b.title),
  );
}
