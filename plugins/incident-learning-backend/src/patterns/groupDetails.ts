import { setImmediate } from 'timers/promises';
import {
  Period,
  Severity,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { whereAny } from '../database';
import { whereWithin } from '../metrics';
import type { FoundGroup, GroupDetails } from './PatternStore';
import { Count, byCodePoint } from './groupRows';

const MAX_IDS = 20;
const MAX_SERVICES = 50;

/** What the members of a group have in common; the least where two signatures read alike by accident. */
const NAMES = ['category', 'attack_vector', 'primary_entity_ref'] as const;

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

/** Queries for the details of groups in a page of members. */
export interface DetailQueries {
  sums: Knex.QueryBuilder<object, SumRow[]>;
  latest: Knex.QueryBuilder<object, MemberRow[]>;
  services: Knex.QueryBuilder<object, ServiceRow[]>;
}

export function detailQueries(
  knex: Knex,
  members: () => Knex.QueryBuilder,
  { keys, period }: { keys: string[]; period: Period },
): DetailQueries {
  const page = () => {
    const query = knex.from(members().as('page'));
    whereAny(query, 'page.group_key', keys);
    return query;
  };
  const placed = page().select(
    'group_key',
    'id',
    'period_at',
    knex.raw(
      `row_number() over (partition by group_key${byCodePoint(
        knex,
      )} order by period_at desc, id desc) as place`,
    ),
  );
  const services = page();
  // It stands beside an entity, too: what is joined is then not that of all time.
  whereWithin(services, 'incident_entities.period_at', period);
  return {
    sums: sumsOf(knex, page()),
    latest: knex
      .from(placed.as('placed'))
      .where('place', '<=', MAX_IDS)
      .select('group_key', 'id', 'period_at'),
    services: services
      .join('incident_entities', 'incident_entities.incident_id', 'page.id')
      .groupBy('page.group_key', 'incident_entities.entity_ref')
      .select(
        'page.group_key',
        'incident_entities.entity_ref',
        knex.raw('count(*) as incidents'),
      ),
  };
}

function sumsOf(
  knex: Knex,
  page: Knex.QueryBuilder,
): Knex.QueryBuilder<object, SumRow[]> {
  return page
    .leftJoin('incident_repeats', same =>
      same
        .on('incident_repeats.incident_id', 'page.id')
        .andOnIn('incident_repeats.state', ['suspected', 'confirmed']),
    )
    .groupBy('page.group_key')
    .select(
      'page.group_key',
      knex.raw('count(incident_repeats.incident_id) as repeats'),
      ...NAMES.map(column =>
        knex.raw(`min(page.??${byCodePoint(knex)}) as ??`, [column, column]),
      ),
      ...SEVERITIES.map(severity =>
        knex.raw('sum(case when page.severity = ? then 1 else 0 end) as ??', [
          severity,
          severity,
        ]),
      ),
    ) as Knex.QueryBuilder<object, SumRow[]>;
}

/** The services with most incidents of each group, with how many services it has. */
export function mostHit(
  knex: Knex,
  services: DetailQueries['services'],
): DetailQueries['services'] {
  const group = `partition by group_key${byCodePoint(knex)}`;
  const placed = knex
    .from(services.as('counted'))
    .select(
      'counted.*',
      knex.raw(`count(*) over (${group}) as services`),
      knex.raw(
        `row_number() over (${group} order by incidents desc, entity_ref${byCodePoint(
          knex,
        )}) as place`,
      ),
    );
  return knex
    .from(placed.as('placed'))
    .where('place', '<=', MAX_SERVICES)
    .select('group_key', 'entity_ref', 'incidents', 'services');
}

/** Brings together what pages tell of groups. */
export class DetailSums {
  readonly #sums = new Map<string, SumRow>();
  readonly #members = new Map<string, MemberRow[]>();
  readonly #services = new Map<string, Map<string, number>>();
  readonly #serviceCounts = new Map<string, number>();

  addSum(row: SumRow): void {
    const sum = this.#sums.get(row.group_key);
    if (!sum) {
      this.#sums.set(row.group_key, row);
      return;
    }
    for (const column of ['repeats', ...SEVERITIES] as const) {
      sum[column] = Number(sum[column]) + Number(row[column]);
    }
    for (const column of NAMES) {
      const [name = null] = [sum[column], row[column]]
        .filter(one => one !== null)
        .sort();
      sum[column] = name;
    }
  }

  addMember(row: MemberRow): void {
    const members = this.#members.get(row.group_key) ?? [];
    this.#members.set(row.group_key, members);
    members.push(row);
  }

  addService({ group_key: key, entity_ref: ref, ...row }: ServiceRow): void {
    const services = this.#services.get(key) ?? new Map<string, number>();
    this.#services.set(key, services);
    services.set(ref, (services.get(ref) ?? 0) + Number(row.incidents));
    this.#serviceCounts.set(key, Number(row.services ?? services.size));
  }

  /** The details of groups, in their order; others have their turn in between. */
  async read(groups: FoundGroup[]): Promise<GroupDetails[]> {
    const details: GroupDetails[] = [];
    for (const group of groups) {
      details.push(this.#detailsOf(group));
      await setImmediate();
    }
    return details;
  }

  #detailsOf({ kind, key }: FoundGroup): GroupDetails {
    const latest = [...(this.#members.get(key) ?? [])].sort(
      (a, b) =>
        Number(b.period_at) - Number(a.period_at) || (a.id < b.id ? 1 : -1),
    );
    const services = [...(this.#services.get(key) ?? [])].sort(
      ([refA, a], [refB, b]) => b - a || (refA < refB ? -1 : 1),
    );
    const sum = this.#sums.get(key);
    return {
      category: sum?.category ?? undefined,
      attackVector: sum?.attack_vector ?? undefined,
      ...(kind === 'signature' && {
        entityRef: sum?.primary_entity_ref ?? undefined,
        signature: key,
      }),
      repeats: Number(sum?.repeats ?? 0),
      severities: Object.fromEntries(
        SEVERITIES.map(severity => [severity, Number(sum?.[severity] ?? 0)]),
      ) as GroupDetails['severities'],
      incidentIds: latest.slice(0, MAX_IDS).map(({ id }) => id),
      services: services
        .slice(0, MAX_SERVICES)
        .map(([entityRef, incidents]) => ({
          entityRef,
          incidents,
          lesson: false,
        })),
      serviceCount: this.#serviceCounts.get(key) ?? 0,
    };
  }
}
