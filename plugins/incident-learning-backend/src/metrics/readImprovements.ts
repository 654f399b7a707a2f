import type {
  ActionStatus,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { Queries, TogetherReader, arrayOf, readArray } from '../database';
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

interface ImprovementRows {
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

/** Reads what actions and lessons tell. */
export async function readImprovements(
  options: ImprovementOptions,
): Promise<ImprovementFacts> {
  const { reader, selection, periods } = options;
  const rows = await reader.read<ImprovementRows>({
    key: JSON.stringify([selection, periods]),
    queries: () => queriesOf(options),
  });
  return {
    commitment: rows.commitment.flatMap(({ status, times }) =>
      readArray(times).map(at =>
        commitmentFactOf({ status, committed_at: at }),
      ),
    ),
    rating: rows.rating.flatMap(({ score, times }) =>
      readArray(times).map(at => ratingFactOf({ score, at })),
    ),
    lesson: (await allLessons(rows.lesson, options)).map(lessonFactOf),
  };
}

function queriesOf(options: ImprovementOptions): Queries<ImprovementRows> {
  const { knex, selection, periods } = options;
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
    lesson: lesson ? firstPage(lessonsOf(lesson, options)) : [],
  };
}

async function allLessons(
  first: LearnedRow[],
  options: ImprovementOptions,
): Promise<LearnedRow[]> {
  const { periods, pageSize } = options;
  if (!periods.lesson || first.length < pageSize) {
    return first;
  }
  const rows: LearnedRow[] = [];
  for await (const page of pagesOf(lessonsOf(periods.lesson, options), first)) {
    page.forEach(row => rows.push(row));
  }
  return rows;
}

function lessonsOf(
  period: Period,
  { knex, selection, pageSize }: ImprovementOptions,
): PageSource<LearnedRow> {
  const query = learnedIncidents(knex, { ...selection, period });
  return { query, ...FACT_ORDERS.lesson, pageSize };
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
