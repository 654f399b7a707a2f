import type {
  Analysis,
  AnalysisRecord,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { isoOf, storableText } from '../database';
import type { AnalysisStore } from './AnalysisStore';

interface AnalysisRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
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
    id: record.id,
    revision: record.revision,
    created_at: Date.parse(record.createdAt),
    updated_at: Date.parse(record.updatedAt),
    created_by: record.createdBy,
    review_id: record.reviewId,
    kind: record.analysis.kind,
    title: storableText(record.title),
    content: JSON.stringify(record.analysis),
  };
}

function fromRow(row: AnalysisRow): AnalysisRecord {
  return {
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
    reviewId: row.review_id,
    title: row.title,
    analysis: JSON.parse(row.content) as Analysis,
  };
}
