import type {
  ActionStatus,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import {
  Queries,
  RowsRead,
  Together,
  TogetherReader,
  arrayOf,
  readArray,
} from '../database';
import type { ImprovementFacts, MetricsSelection } from './MetricsStore';
import { FACT_ORDERS } from './factOrders';
import { PageSource, firstPage, pagesOf } from './factPages';
import {
  LearnedRow,
  commitmentFactOf,
  committedActions,
  givenRatings,
  learnedIncidents,
  lessonFactOf,
  ratingFactOf,
} from './improvementFacts';

/** All times of facts that are alike, as `readArray` reads them: each as a row of its own takes ten times as long. */
type Times = number[] | string;

export interface ImprovementRows {
  commitment: { status: ActionStatus; times: Times };
  rating: { score: number; times: Times };
  lesson: LearnedRow;
}

/** What each kind counts; nothing is read of one that has no period. */
export type ImprovementPeriods = { [Kind in keyof ImprovementRows]?: Period };

export interface ImprovementOptions {
  knex: Knex;
  reader: TogetherReader;
  selection: Omit<MetricsSelection, 'period'>;
  periods: ImprovementPeriods;
  /** Of lessons. */
  pageSize: number;
}

/** Reads what actions and lessons tell; that can be read along with other things. */
export class ImprovementReading implements Together<ImprovementRows> {
  readonly key: string;

  constructor(private readonly options: ImprovementOptions) {
    const { selection, periods } = options;
    this.key = JSON.stringify([selection, periods]);
  }

  queries(): Queries<ImprovementRows> {
    const { knex, selection, periods } = this.options;
    const { commitment, rating, lesson } = periods;
    return {
      commitment: commitment
        ? timesBy(
            knex,
            committedActions(knex, { ...selection, period: commitment }),
            ['actions.status', 'actions.committed_at'],
          )
        : [],
      rating: rating
        ? timesBy(knex, givenRatings(knex, { ...selection, period: rating }), [
            'action_ratings.score',
            'action_ratings.at',
          ])
        : [],
      lesson: lesson ? firstPage(this.lessons(lesson)) : [],
    };
  }

  /** @param first - what the queries have read; without it, they are run */
  async facts(first?: RowsRead<ImprovementRows>): Promise<ImprovementFacts> {
    const rows = first ?? (await this.options.reader.read(this));
    return {
      commitment: rows.commitment.flatMap(({ status, times }) =>
        readArray(times).map(at =>
          commitmentFactOf({ status, committed_at: at }),
        ),
      ),
      rating: rows.rating.flatMap(({ score, times }) =>
        readArray(times).map(at => ratingFactOf({ score, at })),
      ),
      lesson: (await this.allLessons(rows.lesson)).map(lessonFactOf),
    };
  }

  private async allLessons(first: LearnedRow[]): Promise<LearnedRow[]> {
    const { periods, pageSize } = this.options;
    if (!periods.lesson || first.length < pageSize) {
      return first;
    }
    const rows: LearnedRow[] = [];
    for await (const page of pagesOf(this.lessons(periods.lesson), first)) {
      page.forEach(row => rows.push(row));
    }
    return rows;
  }

  private lessons(period: Period): PageSource<LearnedRow> {
    const { knex, selection, pageSize } = this.options;
    const query = learnedIncidents(knex, { ...selection, period });
    return { query, ...FACT_ORDERS.lesson, pageSize };
  }
}

/** Has a query tell the values of one column, and of each all values of another, as `times`. */
function timesBy(
  knex: Knex,
  query: Knex.QueryBuilder,
  [column, time]: [string, string],
): Knex.QueryBuilder {
  return query
    .clearSelect()
    .groupBy(column)
    .select(column, knex.raw('? as times', [arrayOf(knex, time)]));
}
