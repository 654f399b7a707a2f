import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { whereAny } from '../database';
import type { GroupDetails } from './PatternStore';

const MAX_IDS = 20;
const MAX_SERVICES = 50;

export interface MemberRow {
  group_key: string;
  id: string;
  period_at: number | string;
}

export interface ServiceRow {
  group_key: string;
  entity_ref: string;
  incidents: number | string;
}

/** The latest incidents of each group in a page of groupable incidents. */
export function latestOfGroups(
  knex: Knex,
  page: Knex.QueryBuilder,
  keys: string[],
): Knex.QueryBuilder<object, MemberRow[]> {
  const placed = knex
    .from(page.as('page'))
    .select(
      'group_key',
      'id',
      'period_at',
      knex.raw(
        'row_number() over (partition by group_key order by period_at desc, id desc) as place',
      ),
    );
  whereAny(placed, 'group_key', keys);
  return knex
    .from(placed.as('placed'))
    .where('place', '<=', MAX_IDS)
    .select('group_key', 'id', 'period_at');
}

/** How many incidents of each group in a page of groupable incidents name each entity. */
export function servicesOfGroups(
  knex: Knex,
  page: Knex.QueryBuilder,
  keys: string[],
): Knex.QueryBuilder<object, ServiceRow[]> {
  const query = knex
    .from(page.as('page'))
    .join('incident_entities', 'incident_entities.incident_id', 'page.id')
    .groupBy('page.group_key', 'incident_entities.entity_ref')
    .select(
      'page.group_key',
      'incident_entities.entity_ref',
      knex.raw('count(*) as incidents'),
    );
  whereAny(query, 'page.group_key', keys);
  return query;
}

/** Brings together what pages tell of groups. */
export class DetailSums {
  readonly #members = new Map<string, MemberRow[]>();
  readonly #services = new Map<string, Map<string, number>>();

  addMember(row: MemberRow): void {
    const members = this.#members.get(row.group_key) ?? [];
    this.#members.set(row.group_key, members);
    members.push(row);
  }

  addService({ group_key: key, entity_ref: ref, incidents }: ServiceRow): void {
    const services = this.#services.get(key) ?? new Map<string, number>();
    this.#services.set(key, services);
    services.set(ref, (services.get(ref) ?? 0) + Number(incidents));
  }

  /** The details of groups, in their order; others have their turn in between. */
  async read(keys: string[]): Promise<GroupDetails[]> {
    const details: GroupDetails[] = [];
    for (const key of keys) {
      details.push(this.#detailsOf(key));
      await setImmediate();
    }
    return details;
  }

  #detailsOf(key: string): GroupDetails {
    const latest = [...(this.#members.get(key) ?? [])].sort(
      (a, b) =>
        Number(b.period_at) - Number(a.period_at) || (a.id < b.id ? 1 : -1),
    );
    const services = [...(this.#services.get(key) ?? [])].sort(
      ([refA, a], [refB, b]) => b - a || (refA < refB ? -1 : 1),
    );
    return {
      incidentIds: latest.slice(0, MAX_IDS).map(({ id }) => id),
      services: services
        .slice(0, MAX_SERVICES)
        .map(([entityRef, incidents]) => ({
          entityRef,
          incidents,
          lesson: false,
        })),
      serviceCount: services.length,
    };
  }
}
