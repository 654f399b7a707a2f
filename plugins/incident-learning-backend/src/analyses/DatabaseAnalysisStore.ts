import type {
  Analysis,
  AnalysisRecord,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import {
  RecordRow,
  fromRecordRow,
  storableText,
  toRecordRow,
} from '../database';
import type { AnalysisStore } from './AnalysisStore';

interface AnalysisRow extends RecordRow {
  review_id: string;
  kind: string;
  title: string;
  content: string;
}

/** Keeps analyses in SQLite or PostgreSQL. */
export class DatabaseAnalysisStore implements AnalysisStore {
  static create(options: { knex: Knex }): AnalysisStore {
    return new DatabaseAnalysisStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(reviewId: string): Promise<AnalysisRecord[]> {
    const rows = await this.knex<AnalysisRow>('analyses')
      .where({ review_id: reviewId })
      .orderBy([{ column: 'created_at' }, { column: 'id' }]);
    return rows.map(fromRow);
  }

  async get(id: string): Promise<AnalysisRecord | undefined> {
    const row = await this.knex<AnalysisRow>('analyses').where({ id }).first();
    return row && fromRow(row);
  }

  async insert(analysis: AnalysisRecord): Promise<void> {
    await this.knex('analyses').insert(toRow(analysis));
  }

  async update(analysis: AnalysisRecord): Promise<boolean> {
    const changed = await this.knex('analyses')
      .where({ id: analysis.id, revision: analysis.revision - 1 })
      .update(toRow(analysis));
    return changed > 0;
  }

  async delete(id: string, revision: number): Promise<boolean> {
    return (await this.knex('analyses').where({ id, revision }).delete()) > 0;
  }
}

function toRow(record: AnalysisRecord): AnalysisRow {
  return {
    ...toRecordRow(record),
    review_id: record.reviewId,
    kind: record.analysis.kind,
    title: storableText(record.title),
    content: JSON.stringify(record.analysis),
  };
}

function fromRow(row: AnalysisRow): AnalysisRecord {
  return {
    ...fromRecordRow(row),
    reviewId: row.review_id,
    title: row.title,
    analysis: JSON.parse(row.content) as Analysis,
  };
}
