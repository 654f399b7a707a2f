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
import { DetailSums, latestOfGroups, servicesOfGroups } from './groupDetails';
import { loadPublishedLessons } from './publishedLessons';

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
    groups: FoundGroup[],
  ): Promise<GroupDetails[]> {
    const { knex, pageSize } = this;
    const sums = new DetailSums();
    for (const kind of ['signature', 'pattern'] as const) {
      const keys = groups
        .filter(
          ({ signature }) => (kind === 'signature') === Boolean(signature),
        )
        .map(({ key }) => key);
      if (keys.length === 0) {
        continue;
      }
      const counted = this.counted(selection);
      for await (const within of slicesOf(counted, pageSize)) {
        const page = () =>
          within(groupable(knex, this.counted(selection), kind));
        (await latestOfGroups(knex, page(), keys)).forEach(row =>
          sums.addMember(row),
        );
        (await servicesOfGroups(knex, page(), keys)).forEach(row =>
          sums.addService(row),
        );
      }
    }
    return sums.read(groups.map(({ key }) => key));
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

  private counted(selection: MetricsSelection): Knex.QueryBuilder {
    return countedIncidents(this.knex, selection);
  }
}
