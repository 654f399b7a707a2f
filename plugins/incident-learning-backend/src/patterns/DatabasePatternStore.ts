import type { PublishedLesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import { readAllOf } from '../database';
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
  GroupSums,
  countGroups,
  groupOf,
  groupable,
  knownColumn,
  largestGroups,
  membersOf,
  sumOf,
} from './groupRows';
import { DetailSums, detailQueries, mostHit } from './groupDetails';
import { loadPublishedLessons } from './publishedLessons';

/** Finds alike incidents in SQLite or PostgreSQL. */
export class DatabasePatternStore implements PatternStore {
  static create(options: { knex: Knex; pageSize?: number }): PatternStore {
    const { knex, pageSize } = options;
    return new DatabasePatternStore(knex, pageSize ?? sliceSize(knex));
  }

  private constructor(
    private readonly knex: Knex,
    /** How many incidents are looked at at once; all where it is not said. */
    private readonly pageSize: number | undefined,
  ) {}

  async totals(selection: MetricsSelection) {
    const unknown = `${knownColumn('category')} is null and ${knownColumn(
      'attack_vector',
    )} is null`;
    const totals = { incidents: 0, unclassified: 0 };
    for await (const within of this.slices(selection)) {
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

  async groups(selection: MetricsSelection, kind: GroupKind, limit?: number) {
    const { knex, pageSize } = this;
    const page = () => groupable(knex, this.counted(selection), kind);
    if (pageSize === undefined) {
      const rows = await largestGroups(knex, countGroups(knex, page()), limit);
      return {
        groups: rows.map(row => groupOf(sumOf(row), kind)),
        count: Number(rows[0]?.groups ?? 0),
      };
    }
    const sums = new GroupSums();
    for await (const within of this.slices(selection)) {
      const rows = await countGroups(knex, within(page()));
      rows.forEach(row => sums.add(row));
    }
    return sums.read(kind, limit);
  }

  async details(
    selection: MetricsSelection,
    groups: FoundGroup[],
  ): Promise<GroupDetails[]> {
    const { knex, pageSize } = this;
    const sums = new DetailSums();
    if (groups.length === 0) {
      return [];
    }
    const keys = groups.map(({ key }) => key);
    for await (const within of this.slices(selection)) {
      const queries = detailQueries(
        knex,
        () => within(membersOf(knex, this.counted(selection), groups[0].kind)),
        { keys, period: selection.period },
      );
      const { services } = queries;
      const rows = await readAllOf(knex)({
        sums: async () => queries.sums,
        latest: async () => queries.latest,
        services: async () =>
          pageSize === undefined ? mostHit(knex, services) : services,
      });
      rows.sums.forEach(row => sums.addSum(row));
      rows.latest.forEach(row => sums.addMember(row));
      rows.services.forEach(row => sums.addService(row));
    }
    return sums.read(groups);
  }

  lessons(access: AccessFilter): Promise<PublishedLesson[]> {
    return loadPublishedLessons(this.knex, access);
  }

  private slices(selection: MetricsSelection) {
    return slicesOf(this.counted(selection), this.pageSize);
  }

  private counted(selection: MetricsSelection): Knex.QueryBuilder {
    return countedIncidents(this.knex, selection);
  }
}
