import {
  Severity,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { FoundGroup, GroupKind } from './PatternStore';

type Count = number | string;

/** What a page of incidents adds to one group. */
export type GroupRow = {
  group_key: string;
  category: string | null;
  attack_vector: string | null;
  entity_ref: string | null;
  signature: string | null;
  count: Count;
  repeats: Count;
  first_at: Count;
  last_at: Count;
} & Record<Severity, Count>;

/** A column's value, unless it says only that it is not known. */
export function knownColumn(column: 'category' | 'attack_vector'): string {
  return `case when lower(incidents.${column}) = 'unknown' then null else incidents.${column} end`;
}

const CATEGORY = knownColumn('category');
const VECTOR = knownColumn('attack_vector');

/** A key that no two patterns share: the category's length tells where it ends. */
const PATTERN_KEY = `coalesce(length(${CATEGORY}), -1) || ':' || coalesce(${CATEGORY}, '') || ':' || coalesce(length(${VECTOR}), -1) || ':' || coalesce(${VECTOR}, '')`;

/** Narrows incidents to those that have a group of this kind, and reads what groups them. */
export function groupable(
  knex: Knex,
  query: Knex.QueryBuilder,
  kind: GroupKind,
): Knex.QueryBuilder {
  query
    .leftJoin(
      'incident_repeats',
      'incident_repeats.incident_id',
      'incidents.id',
    )
    .select(
      'incidents.id',
      'incidents.period_at',
      'incidents.severity',
      'incident_repeats.state',
      knex.raw(`${CATEGORY} as category`),
      knex.raw(`${VECTOR} as attack_vector`),
    );
  return kind === 'signature'
    ? query
        .whereNotNull('incidents.repeat_key')
        .select(
          'incidents.repeat_key as group_key',
          'incidents.repeat_key as signature',
          'incidents.primary_entity_ref as entity_ref',
        )
    : query
        .whereRaw(`coalesce(${CATEGORY}, ${VECTOR}) is not null`)
        .select(
          knex.raw(`${PATTERN_KEY} as group_key`),
          knex.raw('null as signature'),
          knex.raw('null as entity_ref'),
        );
}

/** Counts a page of groupable incidents by group. */
export function countGroups(
  knex: Knex,
  page: Knex.QueryBuilder,
): Knex.QueryBuilder<object, GroupRow[]> {
  return knex
    .from(page.as('page'))
    .groupBy('group_key')
    .select(
      'group_key',
      knex.raw('count(*) as count'),
      knex.raw(
        "sum(case when state in ('suspected', 'confirmed') then 1 else 0 end) as repeats",
      ),
      ...['category', 'attack_vector', 'entity_ref', 'signature'].map(column =>
        knex.raw('min(??) as ??', [column, column]),
      ),
      knex.raw('min(period_at) as first_at'),
      knex.raw('max(period_at) as last_at'),
      ...SEVERITIES.map(severity =>
        knex.raw('sum(case when severity = ? then 1 else 0 end) as ??', [
          severity,
          severity,
        ]),
      ),
    ) as Knex.QueryBuilder<object, GroupRow[]>;
}

/** What is known of a group so far; times are epoch milliseconds. */
type GroupSum = Omit<FoundGroup, 'firstAt' | 'lastAt'> & {
  firstAt: number;
  lastAt: number;
};

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
    group.repeats += more.repeats;
    group.firstAt = Math.min(group.firstAt, more.firstAt);
    group.lastAt = Math.max(group.lastAt, more.lastAt);
    for (const severity of SEVERITIES) {
      group.severities[severity] += more.severities[severity];
    }
  }

  /** Groups of two or more, the largest first. */
  read(): FoundGroup[] {
    return [...this.#groups.values()]
      .filter(({ count }) => count > 1)
      .sort(
        (a, b) =>
          b.count - a.count || b.lastAt - a.lastAt || (a.key < b.key ? -1 : 1),
      )
      .map(group => ({
        ...group,
        firstAt: new Date(group.firstAt).toISOString(),
        lastAt: new Date(group.lastAt).toISOString(),
      }));
  }
}

function sumOf(row: GroupRow): GroupSum {
  return {
    key: row.group_key,
    category: row.category ?? undefined,
    attackVector: row.attack_vector ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    signature: row.signature ?? undefined,
    count: Number(row.count),
    repeats: Number(row.repeats),
    firstAt: Number(row.first_at),
    lastAt: Number(row.last_at),
    severities: Object.fromEntries(
      SEVERITIES.map(severity => [severity, Number(row[severity])]),
    ) as FoundGroup['severities'],
  };
}
