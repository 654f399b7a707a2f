import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { insertRows } from '../database';
import type { RollupContext, RollupLedger } from '../metrics/rollups';
import type { ReportStore } from './ReportStore';

/** Keeps published reports in SQLite or PostgreSQL. */
export class DatabaseReportStore implements ReportStore {
  static create(options: { knex: Knex } & RollupContext): ReportStore {
    return new DatabaseReportStore(options.knex, options.ledger);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly ledger?: RollupLedger,
  ) {}

  async add(report: Report): Promise<void> {
    await this.ledger?.beforeReviews([report.reviewId]);
    await this.knex('review_reports').insert({
      review_id: report.reviewId,
      version: report.version,
      published_at: Date.parse(report.publishedAt),
      published_by: report.publishedBy,
      content: JSON.stringify(report),
    });
    await this.replaceCauses(report);
  }

  async get(reviewId: string, version?: number): Promise<Report | undefined> {
    const row = await this.knex('review_reports')
      .where({
        review_id: reviewId,
        ...(version === undefined ? {} : { version }),
      })
      .orderBy('version', 'desc')
      .first('content');
    return row && JSON.parse(row.content);
  }
  /** What figures count of the report that stands. */
  private async replaceCauses({ reviewId, rootCauses }: Report): Promise<void> {
    await this.knex('published_causes').where({ review_id: reviewId }).delete();
    await insertRows(
      this.knex,
      'published_causes',
      rootCauses.map(({ type, role }, position) => ({
        review_id: reviewId,
        position,
        type,
        role,
      })),
    );
  }
}
