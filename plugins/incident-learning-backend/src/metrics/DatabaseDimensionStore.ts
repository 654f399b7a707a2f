import {
  Breakdown,
  DEFAULT_CALENDAR,
  MetricFacts,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { readArray } from '../database';
import type {
  DimensionStore,
  FactGroup,
  FindingGroup,
  KpiFacts,
} from './DimensionStore';
import type { MetricsSelection } from './MetricsStore';
import { FACT_ORDERS, FactRows } from './factOrders';
import { PageOrder, pageSizeOf, pagesOf } from './factPages';
import { ALL_FIELDS } from './incidentFacts';
import { factGroups, findingGroups } from './incidentGroups';
import {
  LearnedKind,
  LearnedSource,
  learnedSources,
} from './learnedDimensions';
import type { ReviewRules } from './rollups';
import { sliceSize } from './slices';

/** All that is known of each incident is too much to hold of more of them. */
const WHOLE_INCIDENTS = 50_000;

export interface DatabaseDimensionStoreOptions {
  knex: Knex;
  /** How much is read at a time. */
  pageSize?: number;
  /** All severities, and Monday to Friday, unless said. */
  reviews?: ReviewRules;
}

/** What a row is broken down by, in as many arrays as its source has. */
type Dimensions = Record<`of_${number}`, (string | null)[] | string | null>;

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseDimensionStore implements DimensionStore {
  static create(options: DatabaseDimensionStoreOptions): DimensionStore {
    return new DatabaseDimensionStore(
      options.knex,
      options.pageSize,
      options.reviews ?? {
        severities: [...SEVERITIES],
        calendar: DEFAULT_CALENDAR,
      },
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly pageSize: number | undefined,
    private readonly reviews: ReviewRules,
  ) {}

  incidents(
    { reads }: KpiFacts<'incident'>,
    by: Breakdown,
    selection: MetricsSelection,
  ): AsyncIterable<FactGroup<'incident'>[]> {
    const size = this.sliceSize() ?? (reads ? undefined : WHOLE_INCIDENTS);
    return factGroups(
      { knex: this.knex, selection, sliceSize: size },
      by,
      reads ?? ALL_FIELDS,
      this.reviews.severities,
    );
  }

  findings(
    selection: MetricsSelection,
    options = { touched: true },
  ): AsyncIterable<FindingGroup[]> {
    const size = this.sliceSize();
    return findingGroups(
      { knex: this.knex, selection, sliceSize: size },
      options,
    );
  }

  learned<Kind extends LearnedKind>(
    { facts: kind }: KpiFacts<Kind>,
    by: Breakdown,
    selection: MetricsSelection,
  ): AsyncIterable<FactGroup<Kind>[]> {
    const { calendar } = this.reviews;
    const source = learnedSources(this.knex, by, selection, calendar)[kind]();
    return this.pages<FactRows[Kind], MetricFacts[Kind]>(
      source,
      FACT_ORDERS[kind],
    );
  }

  private async *pages<Row, Fact>(
    { query, factOf, of }: LearnedSource<Row, Fact>,
    order: PageOrder<Row>,
  ) {
    of.forEach((array, index) =>
      query.select(this.knex.raw('(?) as ??', [array, `of_${index}`])),
    );
    const pages = pagesOf<Row & Dimensions>({
      query,
      ...order,
      pageSize: this.pageSize ?? pageSizeOf(this.knex),
    });
    for await (const rows of pages) {
      yield rows.map(row => ({
        of: of.flatMap((_, index) =>
          readArray<string | null>(row[`of_${index}`]).filter(
            value => value !== null,
          ),
        ),
        facts: () => [factOf(row)],
      }));
    }
  }

  private sliceSize(): number | undefined {
    return this.pageSize ?? sliceSize(this.knex);
  }
}
