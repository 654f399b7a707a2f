import { setImmediate } from 'timers/promises';
import type { PublishedLesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import { isPostgres } from '../database';
import { MetricsSelection, countedIncidents } from '../metrics';
import type {
  FoundGroup,
  GroupDetails,
  GroupKind,
  PatternStore,
} from './PatternStore';
import {
  GroupRow,
  GroupSums,
  countGroups,
  groupable,
  knownColumn,
} from './groupRows';
import { loadPublishedLessons } from './publishedLessons';

/** better-sqlite3 answers on this thread, so it counts page by page; PostgreSQL counts at once. */
const SQLITE_PAGE = 2_000;

const MAX_IDS = 20;
const MAX_SERVICES = 50;

interface Position {
  period_at: number | string;
  id: string;
}

/** Finds alike incidents in SQLite or PostgreSQL. */
export class DatabasePatternStore implements PatternStore {
  static create(options: { knex: Knex; pageSize?: number }): PatternStore {
    const { knex, pageSize } = options;
    return new DatabasePatternStore(
      knex,
      pageSize ?? (isPostgres(knex) ? undefined : SQLITE_PAGE),
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number | undefined,
  ) {}

  async totals(selection: MetricsSelection) {
    const unknown = `${knownColumn('category')} is null and ${knownColumn(
      'attack_vector',
    )} is null`;
    const row = await this.counted(selection).first(
      this.knex.raw('count(*) as incidents'),
      this.knex.raw(
        `sum(case when ${unknown} then 1 else 0 end) as unclassified`,
      ),
    );
    return {
      incidents: Number(row.incidents),
      unclassified: Number(row.unclassified ?? 0),
    };
  }

  async groups(
    selection: MetricsSelection,
    kind: GroupKind,
  ): Promise<FoundGroup[]> {
    const sums = new GroupSums();
    for await (const rows of this.counts(selection, kind)) {
      rows.forEach(row => sums.add(row));
    }
    return sums.read();
  }

  async details(
    selection: MetricsSelection,
    group: FoundGroup,
  ): Promise<GroupDetails> {
    const latest: { id: string }[] = await this.members(selection, group)
      .orderBy([
        { column: 'incidents.period_at', order: 'desc' },
        { column: 'incidents.id', order: 'desc' },
      ])
      .limit(MAX_IDS)
      .select('incidents.id');
    const services: {
      entity_ref: string;
      incidents: number | string;
      total: number | string;
    }[] = await this.members(selection, group)
      .join(
        'incident_entities',
        'incident_entities.incident_id',
        'incidents.id',
      )
      .groupBy('incident_entities.entity_ref')
      .orderBy([
        { column: 'incidents', order: 'desc' },
        { column: 'incident_entities.entity_ref' },
      ])
      .limit(MAX_SERVICES)
      .select(
        'incident_entities.entity_ref',
        this.knex.raw('count(*) as incidents'),
        this.knex.raw('count(*) over () as total'),
      );
    return {
      incidentIds: latest.map(({ id }) => id),
      services: services.map(row => ({
        entityRef: row.entity_ref,
        incidents: Number(row.incidents),
        lesson: false,
      })),
      serviceCount: Number(services[0]?.total ?? 0),
    };
  }

  lessons(access: AccessFilter): Promise<PublishedLesson[]> {
    return loadPublishedLessons(this.knex, access);
  }

  private async *counts(
    selection: MetricsSelection,
    kind: GroupKind,
  ): AsyncIterable<GroupRow[]> {
    const { pageSize, knex } = this;
    const all = groupable(knex, this.counted(selection), kind);
    if (pageSize === undefined) {
      yield await countGroups(knex, all).havingRaw('count(*) > 1');
      return;
    }
    const ordered = this.counted(selection)
      .orderBy(['incidents.period_at', 'incidents.id'])
      .select('incidents.period_at', 'incidents.id');
    let after: Position | undefined;
    do {
      const last: Position | undefined = await from(ordered, after)
        .offset(pageSize - 1)
        .first();
      yield await countGroups(knex, upTo(from(all, after), last));
      after = last;
      // Other requests have their turn between the pages.
      await setImmediate();
    } while (after);
  }

  private members(
    selection: MetricsSelection,
    { signature, category, attackVector }: FoundGroup,
  ): Knex.QueryBuilder {
    const query = this.counted(selection);
    if (signature !== undefined) {
      return query.where('incidents.repeat_key', signature);
    }
    wherePart(query, 'category', category);
    wherePart(query, 'attack_vector', attackVector);
    return query;
  }

  private counted(selection: MetricsSelection): Knex.QueryBuilder {
    return countedIncidents(this.knex, selection);
  }
}

function wherePart(
  query: Knex.QueryBuilder,
  column: 'category' | 'attack_vector',
  value: string | undefined,
): void {
  if (value === undefined) {
    query.whereRaw(`${knownColumn(column)} is null`);
  } else {
    query.where(`incidents.${column}`, value);
  }
}

function from(query: Knex.QueryBuilder, after?: Position): Knex.QueryBuilder {
  const page = query.clone();
  return after
    ? page.whereRaw('(incidents.period_at, incidents.id) > (?, ?)', [
        Number(after.period_at),
        after.id,
      ])
    : page;
}

function upTo(query: Knex.QueryBuilder, last?: Position): Knex.QueryBuilder {
  return last
    ? query.whereRaw('(incidents.period_at, incidents.id) <= (?, ?)', [
        Number(last.period_at),
        last.id,
      ])
    : query;
}
