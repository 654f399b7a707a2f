import { NotFoundError } from '@backstage/errors';
import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Stores } from '../stores';
import type { Call, ReviewGate } from './ReviewGate';

/** Published reports, as far as the caller may read what they are about. */
export class ReviewReports {
  static create(options: { stores: Stores; gate: ReviewGate }): ReviewReports {
    return new ReviewReports(options.stores, options.gate);
  }

  private constructor(
    private readonly stores: Stores,
    private readonly gate: ReviewGate,
  ) {}

  /** @param version - the latest unless said */
  async get(
    id: string,
    version: number | undefined,
    call: Call,
  ): Promise<Report> {
    const { review, access } = await this.gate.load(id, call);
    const report = await this.stores.reports.get(id, version);
    if (!report) {
      throw new NotFoundError(
        review.publishedVersion === undefined
          ? 'This review has no published report yet'
          : `This review has no report of version ${version}: the latest is ${review.publishedVersion}`,
      );
    }
    const hidden = await this.stores.reviews.hiddenIncidentIdsOf(id, access);
    return {
      ...report,
      // One that was deleted since stays in the report.
      incidents: report.incidents.filter(
        incident => !hidden.includes(incident.id),
      ),
    };
  }
}
