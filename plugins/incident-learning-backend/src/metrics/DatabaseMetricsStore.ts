import {
  DEFAULT_CALENDAR,
  MetricFact,
  MetricPoint,
  Period,
  PublicationFact,
  RootCauseCount,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres, readTogether } from '../database';
import type {
  ImprovementFacts,
  MetricsSelection,
  MetricsStore,
} from './MetricsStore';
import { countedIncidents } from './countedIncidents';
import { PageOrder, PageSource, firstPage, pagesOf } from './factPages';
import {
  IncidentFactRow,
  incidentFactOf,
  selectIncidentFacts,
} from './incidentFacts';
import {
  CommitmentRow,
  LearnedRow,
  RatingRow,
  commitmentFactOf,
  committedActions,
  givenRatings,
  learnedIncidents,
  lessonFactOf,
  ratingFactOf,
} from './improvementFacts';
import { pointOf, pointRows } from './pointRows';
import type { ReviewRules } from './rollups';
import {
  ReviewFactRow,
  publishedReviews,
  reviewFactOf,
  selectReviewFacts,
} from './reviewFacts';
import { Buckets, countRootCauses } from './rootCauseRows';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 500, postgres: 10_000 };

const NO_PERIOD: Period = { from: 0, to: 0 };

const MONTH_MS = 31 * 86_400_000;

export interface DatabaseMetricsStoreOptions {
  knex: Knex;
  pageSize?: number;
  /** All severities, and Monday to Friday, unless said. */
  reviews?: ReviewRules;
}

interface PeriodSource<Row> extends PageOrder<Row> {
  query: (knex: Knex, period: Period) => Knex.QueryBuilder;
}

/** Reads incidents from SQLite or PostgreSQL. */
export class DatabaseMetricsStore implements MetricsStore {
  static create(options: DatabaseMetricsStoreOptions): MetricsStore {
    return new DatabaseMetricsStore(options);
  }

  private readonly knex: Knex;
  private readonly pageSize: number;
  private readonly reviews: ReviewRules;

  private constructor({
    knex,
    pageSize,
    reviews,
  }: DatabaseMetricsStoreOptions) {
    this.knex = knex;
    this.pageSize =
      pageSize ?? PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'];
    this.reviews = reviews ?? {
      severities: [...SEVERITIES],
      calendar: DEFAULT_CALENDAR,
    };
  }

  async *facts(selection: MetricsSelection): AsyncIterable<MetricFact[]> {
    const pages = this.inSnapshot<IncidentFactRow>(selection.period, {
      query: (knex, period) =>
        selectIncidentFacts(
          knex,
          countedIncidents(knex, { ...selection, period }),
        ),
      by: ['incidents.period_at', 'incidents.id'],
      last: row => [Number(row.period_at), row.id],
    });
    for await (const rows of pages) {
      yield rows.map(row => incidentFactOf(row, this.reviews.severities));
    }
  }

  async *reviewFacts(
    selection: MetricsSelection,
  ): AsyncIterable<PublicationFact[]> {
    const pages = this.inSnapshot<ReviewFactRow>(selection.period, {
      query: (knex, period) =>
        selectReviewFacts(
          knex,
          publishedReviews(knex, { ...selection, period }),
          selection.access,
        ),
      by: ['review_reports.published_at', 'review_reports.review_id'],
      last: row => [Number(row.published_at), row.review_id],
    });
    for await (const rows of pages) {
      yield rows.map(row => reviewFactOf(row, this.reviews.calendar));
    }
  }

  rootCauses(
    selection: Omit<MetricsSelection, 'period'>,
    buckets: Buckets,
  ): Promise<RootCauseCount[]> {
    return countRootCauses(this.knex, selection, buckets);
  }

  async improvements(
    { scope, access }: Omit<MetricsSelection, 'period'>,
    periods: { [Kind in keyof ImprovementFacts]?: Period },
  ): Promise<ImprovementFacts> {
    const { knex, pageSize } = this;
    const select = (kind: keyof ImprovementFacts) => ({
      scope,
      access,
      period: periods[kind] ?? NO_PERIOD,
    });
    const commitments: PageSource<CommitmentRow> = {
      query: committedActions(knex, select('commitment')),
      by: ['actions.committed_at', 'actions.id'],
      last: row => [Number(row.committed_at), row.id],
      pageSize,
    };
    const ratings: PageSource<RatingRow> = {
      query: givenRatings(knex, select('rating')),
      by: [
        'action_ratings.at',
        'action_ratings.action_id',
        'action_ratings.by',
      ],
      last: row => [Number(row.at), row.action_id, row.by],
      pageSize,
    };
    const learned: PageSource<LearnedRow> = {
      query: learnedIncidents(knex, select('lesson')),
      by: ['incidents.period_at', 'incidents.id'],
      last: row => [Number(row.period_at), row.id],
      pageSize,
    };
    const first = await readTogether<{
      commitments: CommitmentRow;
      ratings: RatingRow;
      learned: LearnedRow;
    }>(knex, {
      commitments: periods.commitment ? firstPage(commitments) : [],
      ratings: periods.rating ? firstPage(ratings) : [],
      learned: periods.lesson ? firstPage(learned) : [],
    });
    return {
      commitment: (await this.after(commitments, first.commitments)).map(
        commitmentFactOf,
      ),
      rating: (await this.after(ratings, first.ratings)).map(ratingFactOf),
      lesson: (await this.after(learned, first.learned)).map(lessonFactOf),
    };
  }

  async points(
    selection: MetricsSelection,
    limit: number,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const { rows, total } = await pointRows(this.knex, selection, limit);
    return { items: rows.map(pointOf), totalItems: total };
  }

  /** One snapshot for all pages: what is moved meanwhile is neither missed nor counted twice. */
  private async *inSnapshot<Row>(
    period: Period,
    { query, ...rest }: PeriodSource<Row>,
  ): AsyncIterable<Row[]> {
    const order = { ...rest, pageSize: this.pageSize };
    if (!isPostgres(this.knex)) {
      // A month at a time: however many entities are asked for, what is looked up of them for a page stays short.
      for (const month of await monthsOf(this.knex, order.by[0], period)) {
        yield* pagesOf({ query: query(this.knex, month), ...order });
      }
      return;
    }
    // A page is a snapshot of its own, and mostly there is but one.
    const only: Row[] = await firstPage({
      query: query(this.knex, period),
      ...order,
    });
    if (only.length < this.pageSize) {
      yield only;
      return;
    }
    const snapshot = await this.knex.transaction({
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    try {
      yield* pagesOf({ query: query(snapshot, period), ...order });
    } finally {
      await snapshot.rollback();
    }
  }

  /** All rows, of which the first page is there. */
  private async after<Row>(
    source: PageSource<Row>,
    first: Row[],
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const page of pagesOf(source, first)) {
      page.forEach(row => rows.push(row));
    }
    return rows;
  }
}

/** A period in parts of a month, from the first to the last that holds something. */
async function monthsOf(
  knex: Knex,
  column: string,
  period: Period,
): Promise<Period[]> {
  const [table] = column.split('.');
  // Each over an index, as SQLite does with one of them alone.
  const [first] = await knex(table).min(`${column} as at`);
  const [last] = await knex(table).max(`${column} as at`);
  const months: Period[] = [];
  if (first.at !== null) {
    const to = Math.min(period.to, Number(last.at) + 1);
    let from = Math.max(period.from, Number(first.at));
    while (from < to) {
      const next = Math.min(from + MONTH_MS, to);
      months.push({ from, to: next });
      from = next;
    }
  }
  return months;
}
