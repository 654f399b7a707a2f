import { setImmediate } from 'timers/promises';
import {
  DEFAULT_CALENDAR,
  MetricFact,
  MetricPoint,
  RootCauseFact,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { FactSink, MetricsSelection, MetricsStore } from './MetricsStore';
import { countedIncidents } from './countedIncidents';
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
  PublishedReview,
  loadReviewFacts,
  publishedReviews,
} from './reviewFacts';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 500, postgres: 10_000 };

export interface DatabaseMetricsStoreOptions {
  knex: Knex;
  pageSize?: number;
  /** All severities, and Monday to Friday, unless said. */
  reviews?: ReviewRules;
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
    yield* this.inSnapshot(knex => this.factPages(knex, selection));
  }

  async *reviewFacts(
    selection: MetricsSelection,
  ): AsyncIterable<RootCauseFact[]> {
    yield* this.inSnapshot(knex => this.reviewPages(knex, selection));
  }

  async addActions(selection: MetricsSelection, fold: FactSink): Promise<void> {
    const commitments = this.pages<CommitmentRow>(
      committedActions(this.knex, selection),
      {
        by: ['actions.committed_at', 'actions.id'],
        last: row => [Number(row.committed_at), row.id],
      },
    );
    for await (const rows of commitments) {
      rows.forEach(row => fold.addFact('commitment', commitmentFactOf(row)));
    }
    const ratings = this.pages<RatingRow>(givenRatings(this.knex, selection), {
      by: [
        'action_ratings.at',
        'action_ratings.action_id',
        'action_ratings.by',
      ],
      last: row => [Number(row.at), row.action_id, row.by],
    });
    for await (const rows of ratings) {
      rows.forEach(row => fold.addFact('rating', ratingFactOf(row)));
    }
  }

  async addLessons(selection: MetricsSelection, fold: FactSink): Promise<void> {
    const learned = this.pages<LearnedRow>(
      learnedIncidents(this.knex, selection),
      {
        by: ['incidents.period_at', 'incidents.id'],
        last: row => [Number(row.period_at), row.id],
      },
    );
    for await (const rows of learned) {
      rows.forEach(row => fold.addFact('lesson', lessonFactOf(row)));
    }
  }

  async points(
    selection: MetricsSelection,
    limit: number,
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    const { rows, total } = await pointRows(this.knex, selection, limit);
    return { items: rows.map(pointOf), totalItems: total };
  }

  /** One snapshot for all pages: what is moved meanwhile is neither missed nor counted twice. */
  private async *inSnapshot<T>(
    read: (knex: Knex) => AsyncIterable<T>,
  ): AsyncIterable<T> {
    if (!isPostgres(this.knex)) {
      yield* read(this.knex);
      return;
    }
    const snapshot = await this.knex.transaction({
      isolationLevel: 'repeatable read',
      readOnly: true,
    });
    try {
      yield* read(snapshot);
    } finally {
      await snapshot.rollback();
    }
  }

  private async *factPages(
    knex: Knex,
    selection: MetricsSelection,
  ): AsyncIterable<MetricFact[]> {
    const query = selectIncidentFacts(knex, countedIncidents(knex, selection));
    const pages = this.pages<IncidentFactRow>(query, {
      by: ['incidents.period_at', 'incidents.id'],
      last: row => [Number(row.period_at), row.id],
    });
    for await (const rows of pages) {
      yield rows.map(row => incidentFactOf(row, this.reviews.severities));
    }
  }

  private async *reviewPages(
    knex: Knex,
    selection: MetricsSelection,
  ): AsyncIterable<RootCauseFact[]> {
    const pages = this.pages<PublishedReview>(
      publishedReviews(knex, selection),
      {
        by: ['review_reports.published_at', 'review_reports.review_id'],
        last: row => [Number(row.published_at), row.review_id],
      },
    );
    for await (const rows of pages) {
      yield await loadReviewFacts(knex, rows, {
        access: selection.access,
        calendar: this.reviews.calendar,
      });
    }
  }

  /** All rows in an order that tells each from the others. Other requests have their turn after each page. */
  private async *pages<Row>(
    query: Knex.QueryBuilder,
    { by, last }: { by: string[]; last: (row: Row) => (string | number)[] },
  ): AsyncIterable<Row[]> {
    const ordered = query.orderBy(by).limit(this.pageSize);
    const after = `(${by.map(() => '??')}) > (${by.map(() => '?')})`;
    let page = ordered.clone();
    for (;;) {
      const rows: Row[] = await page;
      if (rows.length > 0) {
        yield rows;
      }
      await setImmediate();
      if (rows.length < this.pageSize) {
        return;
      }
      page = ordered
        .clone()
        .whereRaw(after, [...by, ...last(rows[rows.length - 1])]);
    }
  }
}
