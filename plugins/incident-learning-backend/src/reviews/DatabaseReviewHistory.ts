import type { ReviewChange } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { isoOf } from '../database';
import type { ReviewEntry, ReviewHistory } from './ReviewHistory';

/** How long after the last word somebody still goes on writing. */
const WRITING_MS = 10 * 60 * 1000;

interface HistoryRow {
  id: string;
  review_id: string;
  revision: number;
  at: number | string;
  by: string;
  operation: string;
  changes: string;
}

/** Keeps the history of reviews in SQLite or PostgreSQL. */
export class DatabaseReviewHistory implements ReviewHistory {
  static create(options: { knex: Knex }): ReviewHistory {
    return new DatabaseReviewHistory(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async add(entry: ReviewEntry): Promise<void> {
    const last = await this.rows(entry.reviewId).first();
    const row = {
      review_id: entry.reviewId,
      revision: entry.revision,
      at: Date.parse(entry.at),
      by: entry.by,
      operation: entry.operation,
    };
    if (last && goesOn(fromRow(last), entry)) {
      const [{ from }] = fromRow(last).changes;
      const changes = [{ ...entry.changes[0], from }];
      await this.knex('review_history')
        .where({ id: last.id })
        .update({ ...row, changes: JSON.stringify(changes) });
      return;
    }
    await this.knex('review_history').insert({
      ...row,
      id: uuid(),
      changes: JSON.stringify(entry.changes),
    });
  }

  async list(reviewId: string): Promise<ReviewChange[]> {
    return (await this.rows(reviewId)).map(fromRow);
  }

  private rows(reviewId: string) {
    return this.knex<HistoryRow>('review_history')
      .where({ review_id: reviewId })
      .orderBy('id', 'desc');
  }
}

function goesOn(last: ReviewEntry, entry: ReviewEntry): boolean {
  return (
    last.operation === 'updated' &&
    entry.operation === 'updated' &&
    last.by === entry.by &&
    Date.parse(entry.at) - Date.parse(last.at) < WRITING_MS &&
    last.changes.length === 1 &&
    entry.changes.length === 1 &&
    last.changes[0].path === entry.changes[0].path
  );
}

function fromRow(row: HistoryRow): ReviewChange {
  return {
    id: row.id,
    reviewId: row.review_id,
    revision: row.revision,
    at: isoOf(row.at),
    by: row.by,
    operation: row.operation as ReviewChange['operation'],
    changes: JSON.parse(row.changes),
  };
}
