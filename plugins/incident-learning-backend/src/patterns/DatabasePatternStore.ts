import type { PublishedLesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import { readAllOf } from '../database';
import {
  MetricsSelection,
  countedIncidents,
  selectionSlices,
  sliceSize,
} from '../metrics';
import type {
  FoundGroup,
  GroupDetails,
  GroupKind,
  PatternStore,
} from './PatternStore';
import {
  DetailMembers,
  MAX_IDS,
  MemberRow,
  latestOf,
  servicesOf,
  sumsOf,
} from './detailQueries';
import {
  GroupSums,
  countGroups,
  groupOf,
  knownColumn,
  largestGroups,
  sumOf,
} from './groupRows';
import { DetailSums } from './groupDetails';
import { loadPublishedLessons } from './publishedLessons';

const NEWEST = 5_000;

/** Finds alike incidents in SQLite or PostgreSQL. */
export class DatabasePatternStore implements PatternStore {
  static create(options: {
    knex: Knex;
    pageSize?: number;
    newest?: number;
  }): PatternStore {
    const { knex, pageSize, newest = NEWEST } = options;
    return new DatabasePatternStore(knex, pageSize ?? sliceSize(knex), newest);
  }

  private constructor(
    private readonly knex: Knex,
    /** How many incidents are looked at at once; all where it is not said. */
    private readonly pageSize: number | undefined,
    /** Among how many incidents the latest of groups are looked for first. */
    private readonly newest: number,
  ) {}

  async totals(selection: MetricsSelection) {
    const unknown = `${knownColumn('category')} is null and ${knownColumn(
      'attack_vector',
    )} is null`;
    const totals = { incidents: 0, unclassified: 0 };
    for await (const slice of this.slices(selection)) {
      const row = await this.counted(slice).first(
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
    if (pageSize === undefined) {
      const counted = countGroups(knex, this.counted(selection), kind);
      const rows = await largestGroups(knex, counted, limit);
      return {
        groups: rows.map(row => groupOf(sumOf(row), kind)),
        count: Number(rows[0]?.groups ?? 0),
      };
    }
    const sums = new GroupSums();
    for await (const slice of this.slices(selection)) {
      const rows = await countGroups(knex, this.counted(slice), kind);
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
    const [{ kind }] = groups;
    const keys = groups.map(({ key }) => key);
    for await (const slice of this.slices(selection)) {
      const members = { selection: slice, kind, keys };
      const most = pageSize === undefined;
      const rows = await readAllOf(knex)({
        sums: async () => sumsOf(knex, members),
        latest: () => this.latest(members, groups),
        services: async () => servicesOf(knex, members, { most }),
      });
      rows.sums.forEach(row => sums.addSum(row));
      rows.latest.forEach(row => sums.addMember(row));
      rows.services.forEach(row => sums.addService(row));
    }
    return sums.read(groups);
  }

  /** Of patterns, most have all that is told of them among the newest incidents. */
  private async latest(
    members: DetailMembers,
    groups: FoundGroup[],
  ): Promise<MemberRow[]> {
    const { knex, pageSize, newest } = this;
    if (pageSize !== undefined || members.kind === 'signature') {
      return latestOf(knex, members);
    }
    const rows = await latestOf(knex, members, newest);
    const found = new Map<string, number>();
    for (const { group_key: key } of rows) {
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    const keys = groups
      .filter(
        ({ key, count }) => (found.get(key) ?? 0) < Math.min(count, MAX_IDS),
      )
      .map(({ key }) => key);
    if (keys.length === 0) {
      return rows;
    }
    const rest = await latestOf(knex, { ...members, keys });
    return [...rows.filter(row => !keys.includes(row.group_key)), ...rest];
  }

  lessons(access: AccessFilter): Promise<PublishedLesson[]> {
    return loadPublishedLessons(this.knex, access);
  }

  private slices(selection: MetricsSelection) {
    return selectionSlices(this.knex, selection, this.pageSize);
  }

  private counted(selection: MetricsSelection): Knex.QueryBuilder {
    return countedIncidents(this.knex, selection);
  }
}
