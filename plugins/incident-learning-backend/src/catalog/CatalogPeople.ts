import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { People } from './People';

/** Finds people by the relations in the catalog. */
export class CatalogPeople implements People {
  static create(options: { catalog: CatalogService }): People {
    return new CatalogPeople(options.catalog);
  }

  private constructor(private readonly catalog: CatalogService) {}

  async ownersOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const entities = await this.load(entityRefs, credentials);
    return unique(entities.flatMap(e => targetsOf(e, RELATION_OWNED_BY)));
  }

  async usersOf(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const users: string[] = [];
    for (const ref of unique(refs)) {
      const members = isGroup(ref) ? await this.members(ref, credentials) : [];
      users.push(...(members.length > 0 ? members : [ref]));
    }
    return unique(users);
  }

  async unknown(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const entities = await this.load(refs, credentials);
    const known = new Set(entities.map(entity => stringifyEntityRef(entity)));
    return unique(refs).filter(ref => !known.has(ref));
  }

  async membersOf(
    group: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const groups = await this.load([group], credentials);
    return unique(groups.flatMap(e => targetsOf(e, RELATION_HAS_MEMBER)));
  }

  async groupsAbove(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const relation = isGroup(ref) ? RELATION_CHILD_OF : RELATION_MEMBER_OF;
    const entities = await this.load([ref], credentials);
    return unique(entities.flatMap(entity => targetsOf(entity, relation)));
  }

  /** Nothing is asked for twice, so cycles of groups end. */
  private async members(
    group: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const known = new Set([group]);
    const members: string[] = [];
    let frontier = [group];
    while (frontier.length > 0) {
      const groups = await this.load(frontier, credentials);
      members.push(...groups.flatMap(e => targetsOf(e, RELATION_HAS_MEMBER)));
      const children = groups.flatMap(e => targetsOf(e, RELATION_PARENT_OF));
      frontier = unique(children).filter(ref => !known.has(ref));
      frontier.forEach(ref => known.add(ref));
    }
    return unique(members);
  }

  private async load(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: unique(entityRefs) },
      { credentials },
    );
    return items.filter(entity => entity !== undefined);
  }
}

function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}

function isGroup(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group';
}

function unique(refs: string[]): string[] {
  return [...new Set(refs)];
}
