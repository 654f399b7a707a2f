import type { ReviewChange } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { ChangeRow, fromChangeRow, toChangeRow } from '../database';
import type { ReviewEntry, ReviewHistory } from './ReviewHistory';

/** How long after the last word somebody still goes on writing. */
const WRITING_MS = 10 * 60 * 1000;

interface HistoryRow extends ChangeRow {
  review_id: string;
}

/** Keeps the history of reviews in SQLite or PostgreSQL. */
export class DatabaseReviewHistory implements ReviewHistory {
  static create(options: { knex: Knex }): ReviewHistory {
    return new DatabaseReviewHistory(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async add(entry: ReviewEntry): Promise<void> {
    const last = await this.rows(entry.reviewId).first();
    if (last && goesOn(fromRow(last), entry)) {
      const { id, changes } = fromRow(last);
      const [{ from }] = changes;
      await this.knex('review_history')
        .where({ id })
        .update(
          toRow({ ...entry, id, changes: [{ ...entry.changes[0], from }] }),
        );
      return;
    }
    await this.knex('review_history').insert(toRow({ ...entry, id: uuid() }));
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

function toRow(change: ReviewChange): HistoryRow {
  return { ...toChangeRow(change), review_id: change.reviewId };
}

function fromRow(row: HistoryRow): ReviewChange {
  return { ...fromChangeRow<ReviewChange>(row), reviewId: row.review_id };
}
