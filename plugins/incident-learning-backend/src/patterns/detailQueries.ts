import {
  Severity,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, whereAny } from '../database';
import { MetricsSelection, countedIncidents, whereWithin } from '../metrics';
import type { GroupKind } from './PatternStore';
import { Count, PARTS, byCodePoint, selectGroup } from './groupRows';

/** As many of its latest incidents as a group tells. */
export const MAX_IDS = 20;
/** As many services as a group tells. */
export const MAX_SERVICES = 50;

/** What the members of a group have in common; the least where two signatures read alike by accident. */
export const NAMES = [
  'category',
  'attack_vector',
  'primary_entity_ref',
] as const;

/** What the members of a group have in common, and how many are of each sort. */
export type SumRow = {
  group_key: string;
  category: string | null;
  attack_vector: string | null;
  primary_entity_ref: string | null;
  repeats: Count;
} & Record<Severity, Count>;

export interface MemberRow {
  group_key: string;
  id: string;
  period_at: Count;
}

export interface ServiceRow {
  group_key: string;
  entity_ref: string;
  incidents: Count;
  /** How many services the group has; absent where only a page of its incidents was looked at. */
  services?: Count;
}

/** Which incidents a query for details reads. */
export interface DetailMembers {
  selection: MetricsSelection;
  kind: GroupKind;
  /** Of the groups. */
  keys: string[];
}

/** How many are of each sort. */
export function sumsOf(
  knex: Knex,
  members: DetailMembers,
): Knex.QueryBuilder<object, SumRow[]> {
  const alike = selectGroup(knex, incidentsOf(knex, members), members.kind)
    .leftJoin('incident_repeats', same =>
      same
        .on('incident_repeats.incident_id', 'incidents.id')
        .andOnIn('incident_repeats.state', ['suspected', 'confirmed']),
    )
    .groupBy([...PARTS[members.kind], 'incidents.severity'])
    .select(
      'incidents.severity',
      knex.raw('count(*) as incidents'),
      knex.raw('count(incident_repeats.incident_id) as repeats'),
    );
  return ofGroups(knex, alike, members.keys)
    .groupBy('page.group_key')
    .select(
      'page.group_key',
      knex.raw('sum(page.repeats) as repeats'),
      ...NAMES.map(column =>
        knex.raw(`min(page.??${byCodePoint(knex)}) as ??`, [column, column]),
      ),
      ...SEVERITIES.map(severity =>
        knex.raw(
          'sum(case when page.severity = ? then page.incidents else 0 end) as ??',
          [severity, severity],
        ),
      ),
    ) as Knex.QueryBuilder<object, SumRow[]>;
}

/**
 * The latest incidents of each group.
 *
 * @param newest - as many incidents as are looked at; all unless given
 */
export function latestOf(
  knex: Knex,
  members: DetailMembers,
  newest?: number,
): Knex.QueryBuilder<object, MemberRow[]> {
  const incidents = selectGroup(
    knex,
    incidentsOf(knex, members),
    members.kind,
  ).select('incidents.id', 'incidents.period_at');
  if (newest !== undefined) {
    incidents
      .orderBy([
        { column: 'incidents.period_at', order: 'desc' },
        { column: 'incidents.id', order: 'desc' },
      ])
      .limit(newest);
  }
  const placed = ofGroups(knex, incidents, members.keys).select(
    'page.group_key',
    'page.id',
    'page.period_at',
    knex.raw(
      'row_number() over (partition by ?? order by page.period_at desc, page.id desc) as place',
      [groupColumn(knex)],
    ),
  );
  return knex
    .from(placed.as('placed'))
    .where('place', '<=', MAX_IDS)
    .select('group_key', 'id', 'period_at') as Knex.QueryBuilder<
    object,
    MemberRow[]
  >;
}

/** The services that each group hit: all, or those hit most with how many there are. */
export function servicesOf(
  knex: Knex,
  members: DetailMembers,
  { most }: { most: boolean },
): Knex.QueryBuilder<object, ServiceRow[]> {
  const counted = ofGroups(knex, touched(knex, members), members.keys)
    .groupBy('page.group_key', 'page.entity_ref', groupColumn(knex))
    .select(
      'page.group_key',
      'page.entity_ref',
      `${groupColumn(knex)} as group_place`,
      knex.raw('sum(page.incidents) as incidents'),
    );
  return (most ? mostHit(knex, counted) : counted) as Knex.QueryBuilder<
    object,
    ServiceRow[]
  >;
}

/** How many incidents of a group touched an entity: of each its first, and those beside it. */
function touched(knex: Knex, members: DetailMembers): Knex.QueryBuilder {
  const { kind, selection } = members;
  const entities = (ref: string) =>
    selectGroup(knex, incidentsOf(knex, members), kind).select(
      knex.raw(`??${byCodePoint(knex)} as entity_ref`, [ref]),
    );
  // One by one, as they are few: to group them PostgreSQL would go through all entities in order.
  const further = entities('incident_entities.entity_ref')
    .select(knex.raw('1 as incidents'))
    .join('incident_entities', 'incident_entities.incident_id', 'incidents.id')
    // In the words of its index.
    .whereRaw('incident_entities.position > 0');
  // It stands beside an entity, too: what is joined is then not that of all time.
  whereWithin(further, 'incident_entities.period_at', selection.period);
  const first = entities('incidents.primary_entity_ref')
    .whereNotNull('incidents.primary_entity_ref')
    .groupBy([...PARTS[kind], 'incidents.primary_entity_ref'])
    .select(knex.raw('count(*) as incidents'));
  return knex.unionAll([first, further]);
}

/** The services with most incidents of each group, with how many services it has. */
function mostHit(knex: Knex, counted: Knex.QueryBuilder): Knex.QueryBuilder {
  const placed = knex
    .from(counted.as('counted'))
    .select(
      'counted.*',
      knex.raw('count(*) over (partition by group_place) as services'),
      knex.raw(
        `row_number() over (partition by group_place order by incidents desc, entity_ref${byCodePoint(
          knex,
        )}) as place`,
      ),
    );
  return knex
    .from(placed.as('placed'))
    .where('place', '<=', MAX_SERVICES)
    .select('group_key', 'entity_ref', 'incidents', 'services');
}

function incidentsOf(
  knex: Knex,
  { selection, kind, keys }: DetailMembers,
): Knex.QueryBuilder {
  const query = countedIncidents(knex, selection);
  // The index of the key tells few from many; those of entities or of a slice are found from these.
  if (
    kind === 'signature' &&
    selection.scope.kind === 'org' &&
    isPostgres(knex)
  ) {
    whereAny(query, 'incidents.repeat_key', keys);
  }
  return query;
}

/** Narrows rows with keys of groups, `page`, to some groups. */
function ofGroups(
  knex: Knex,
  page: Knex.QueryBuilder,
  keys: string[],
): Knex.QueryBuilder {
  const query = knex.from(page.as('page'));
  if (!isPostgres(knex)) {
    whereAny(query, 'page.group_key', keys);
    return query;
  }
  // Joined: PostgreSQL would otherwise make the key of every incident before it brings alike ones together.
  const wanted = knex.raw(
    '(select * from unnest(?::text[]) with ordinality as keys (group_key, place)) as wanted',
    [keys as unknown as Knex.Value],
  );
  return query.join(
    wanted as unknown as string,
    'wanted.group_key',
    'page.group_key',
  );
}

/** What tells groups apart in a query of `ofGroups`: PostgreSQL sorts numbers faster than texts. */
function groupColumn(knex: Knex): string {
  return isPostgres(knex) ? 'wanted.place' : 'page.group_key';
}
