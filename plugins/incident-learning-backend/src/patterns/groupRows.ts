import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { FoundGroup, GroupKind } from './PatternStore';

export type Count = number | string;

/** What a page of incidents adds to one group. */
export interface GroupRow {
  group_key: string;
  count: Count;
  first_at: Count;
  last_at: Count;
}

/** A column's value, unless it says only that it is not known. */
export function knownColumn(column: 'category' | 'attack_vector'): string {
  const value = `incidents.${column}`;
  // By its length first: to fold the case of every value takes longer than all the rest.
  return `case when length(${value}) = 7 and lower(${value}) = 'unknown' then null else ${value} end`;
}

const CATEGORY = knownColumn('category');
const VECTOR = knownColumn('attack_vector');

const CLASSIFIED = `coalesce(${CATEGORY}, ${VECTOR}) is not null`;

const KEYS: Record<GroupKind, string> = {
  // As in repeat_key, of what the index of counted incidents holds.
  signature:
    "coalesce(incidents.category, 'unknown') || '-' || coalesce(incidents.attack_vector, 'unknown') || '-' || incidents.primary_entity_ref",
  // No two patterns share it: the category's length tells where it ends, and neither part is ever empty.
  pattern: `coalesce(length(${CATEGORY}), 0) || ':' || coalesce(${CATEGORY}, '') || coalesce(${VECTOR}, '')`,
};

/** What tells the incidents of one group from those of others as it is stored. */
export const PARTS: Record<GroupKind, string[]> = {
  signature: [
    'incidents.category',
    'incidents.attack_vector',
    'incidents.primary_entity_ref',
  ],
  pattern: ['incidents.category', 'incidents.attack_vector'],
};

/** The parts of incidents that are grouped by them, and the key of the group. */
export function selectGroup(
  knex: Knex,
  query: Knex.QueryBuilder,
  kind: GroupKind,
): Knex.QueryBuilder {
  return query
    .whereRaw(CLASSIFIED)
    .select(
      knex.raw(`(${KEYS[kind]})${byCodePoint(knex)} as group_key`),
      knex.raw(`${CATEGORY} as category`),
      knex.raw(`${VECTOR} as attack_vector`),
      kind === 'signature'
        ? 'incidents.primary_entity_ref'
        : knex.raw('cast(null as text) as primary_entity_ref'),
    );
}

/** Counts a page of counted incidents by group; those that have none aside. */
export function countGroups(
  knex: Knex,
  incidents: Knex.QueryBuilder,
  kind: GroupKind,
): Knex.QueryBuilder<object, GroupRow[]> {
  const page = incidents
    .whereRaw(CLASSIFIED)
    .select(knex.raw(`${KEYS[kind]} as group_key`));
  if (kind === 'signature') {
    page
      .whereNotNull('incidents.primary_entity_ref')
      .select(
        knex.raw('1 as incidents'),
        'incidents.period_at as first_at',
        'incidents.period_at as last_at',
      );
  } else {
    // To make a key for every incident would take longer than all the rest.
    page
      .groupBy(PARTS.pattern)
      .select(
        knex.raw('count(*) as incidents'),
        knex.raw('min(incidents.period_at) as first_at'),
        knex.raw('max(incidents.period_at) as last_at'),
      );
  }
  return knex
    .from(page.as('page'))
    .groupBy('group_key')
    .select(
      'group_key',
      knex.raw('sum(incidents) as count'),
      knex.raw('min(first_at) as first_at'),
      knex.raw('max(last_at) as last_at'),
    ) as Knex.QueryBuilder<object, GroupRow[]>;
}

/** The largest groups of all that were counted, each with how many there are. */
export function largestGroups(
  knex: Knex,
  counted: Knex.QueryBuilder,
  limit?: number,
): Knex.QueryBuilder<object, (GroupRow & { groups: Count })[]> {
  const query = knex
    .from(counted.havingRaw('sum(incidents) > 1').as('counted'))
    .orderByRaw(`count desc, last_at desc, group_key${byCodePoint(knex)}`)
    .select('counted.*', knex.raw('count(*) over () as groups'));
  return limit === undefined ? query : query.limit(limit);
}

/** Texts by what they are made of, as JavaScript compares them: that is faster than by the rules of a language. */
export function byCodePoint(knex: Knex): string {
  return isPostgres(knex) ? ' collate "C"' : '';
}

/** What is known of a group so far; times are epoch milliseconds. */
interface GroupSum {
  key: string;
  count: number;
  firstAt: number;
  lastAt: number;
}

/** Adds pages up to groups. */
export class GroupSums {
  readonly #groups = new Map<string, GroupSum>();

  add(row: GroupRow): void {
    const more = sumOf(row);
    const group = this.#groups.get(row.group_key);
    if (!group) {
      this.#groups.set(row.group_key, more);
      return;
    }
    group.count += more.count;
    group.firstAt = Math.min(group.firstAt, more.firstAt);
    group.lastAt = Math.max(group.lastAt, more.lastAt);
  }

  /** Groups of two or more, the largest first, and how many there are. */
  read(kind: GroupKind, limit?: number) {
    const groups = [...this.#groups.values()].filter(({ count }) => count > 1);
    groups.sort(
      (a, b) =>
        b.count - a.count || b.lastAt - a.lastAt || (a.key < b.key ? -1 : 1),
    );
    const told = groups.slice(0, limit).map(group => groupOf(group, kind));
    return { groups: told, count: groups.length };
  }
}

export function sumOf(row: GroupRow): GroupSum {
  return {
    key: row.group_key,
    count: Number(row.count),
    firstAt: Number(row.first_at),
    lastAt: Number(row.last_at),
  };
}

export function groupOf(
  { firstAt, lastAt, ...group }: GroupSum,
  kind: GroupKind,
): FoundGroup {
  return {
    kind,
    ...group,
    firstAt: new Date(firstAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
  };
}
