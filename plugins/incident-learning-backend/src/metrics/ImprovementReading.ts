import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { Queries, RowsRead, Together, TogetherReader } from '../database';
import type { ImprovementFacts, MetricsSelection } from './MetricsStore';
import { FACT_ORDERS, FactRows } from './factOrders';
import { PageOrder, PageSource, firstPage, pagesOf } from './factPages';
import {
  commitmentFactOf,
  committedActions,
  givenRatings,
  learnedIncidents,
  lessonFactOf,
  ratingFactOf,
} from './improvementFacts';

export type ImprovementRows = Pick<FactRows, keyof ImprovementFacts>;

/** What each kind counts; nothing is read of one that has no period. */
export type ImprovementPeriods = { [Kind in keyof ImprovementRows]?: Period };

export interface ImprovementOptions {
  knex: Knex;
  reader: TogetherReader;
  selection: Omit<MetricsSelection, 'period'>;
  periods: ImprovementPeriods;
  pageSize: number;
}

const QUERIES = {
  commitment: committedActions,
  rating: givenRatings,
  lesson: learnedIncidents,
};

const ORDERS: {
  [Kind in keyof ImprovementRows]: PageOrder<ImprovementRows[Kind]>;
} = FACT_ORDERS;

/** Reads what actions and lessons tell. Mostly that is a page of each, which can be read along with other things. */
export class ImprovementReading implements Together<ImprovementRows> {
  readonly key: string;

  constructor(private readonly options: ImprovementOptions) {
    const { selection, periods } = options;
    this.key = JSON.stringify([selection, periods]);
  }

  queries(): Queries<ImprovementRows> {
    const first = (kind: keyof ImprovementRows) =>
      this.options.periods[kind] ? firstPage(this.sourceOf(kind)) : [];
    return {
      commitment: first('commitment'),
      rating: first('rating'),
      lesson: first('lesson'),
    };
  }

  /** @param first - what the queries have read; without it, they are run */
  async facts(first?: RowsRead<ImprovementRows>): Promise<ImprovementFacts> {
    const rows = first ?? (await this.options.reader.read(this));
    const all = async <Kind extends keyof ImprovementRows>(kind: Kind) =>
      rows[kind].length < this.options.pageSize
        ? rows[kind]
        : await gather(pagesOf(this.sourceOf(kind), rows[kind]));
    return {
      commitment: (await all('commitment')).map(commitmentFactOf),
      rating: (await all('rating')).map(ratingFactOf),
      lesson: (await all('lesson')).map(lessonFactOf),
    };
  }

  private sourceOf<Kind extends keyof ImprovementRows>(
    kind: Kind,
  ): PageSource<ImprovementRows[Kind]> {
    const { knex, selection, periods, pageSize } = this.options;
    const order = ORDERS[kind];
    const period = periods[kind] ?? { from: 0, to: 0 };
    const query = QUERIES[kind](knex, { ...selection, period });
    return { query, ...order, pageSize };
  }
}

async function gather<Row>(pages: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) {
    page.forEach(row => rows.push(row));
  }
  return rows;
}
