import type { PublishedLesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import {
  MetricsSelection,
  countedIncidents,
  sliceSize,
  slicesOf,
} from '../metrics';
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

const MAX_IDS = 20;
const MAX_SERVICES = 50;

/** Finds alike incidents in SQLite or PostgreSQL. */
export class DatabasePatternStore implements PatternStore {
  static create(options: { knex: Knex; pageSize?: number }): PatternStore {
    const { knex, pageSize } = options;
    return new DatabasePatternStore(knex, pageSize ?? sliceSize(knex));
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number | undefined,
  ) {}

  async totals(selection: MetricsSelection) {
    const unknown = `${knownColumn('category')} is null and ${knownColumn(
      'attack_vector',
    )} is null`;
    const totals = { incidents: 0, unclassified: 0 };
    for await (const within of slicesOf(
      this.counted(selection),
      this.pageSize,
    )) {
      const row = await within(this.counted(selection)).first(
        this.knex.raw('count(*) as incidents'),
        this.knex.raw(
          `sum(case when ${unknown} then 1 else 0 end) as unclassified`,
        ),
      );
      totals.incidents += Number(row.incidents);
      totals.unclassified += Number(row.unclassified ?? 0);
    }
    return totals;
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
    const all = () => groupable(knex, this.counted(selection), kind);
    if (pageSize === undefined) {
      yield await countGroups(knex, all()).havingRaw('count(*) > 1');
      return;
    }
    for await (const within of slicesOf(this.counted(selection), pageSize)) {
      yield await countGroups(knex, within(all()));
    }
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
