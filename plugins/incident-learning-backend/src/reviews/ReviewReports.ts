import { NotFoundError } from '@backstage/errors';
import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
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
    return { ...report, incidents: await this.readable(report, access) };
  }

  /** An incident that was deleted since stays in the report. */
  private async readable(
    { incidents }: Report,
    access: AccessFilter,
  ): Promise<Report['incidents']> {
    const { reviews } = this.stores;
    const ids = incidents.map(({ id }) => id);
    const readable = await reviews.findIncidents(ids, access);
    const existing = await reviews.findIncidents(ids, { kind: 'all' });
    const has = (found: { id: string }[], id: string) =>
      found.some(incident => incident.id === id);
    return incidents.filter(
      ({ id }) => has(readable, id) || !has(existing, id),
    );
  }
}
