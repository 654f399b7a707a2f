import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';

/** Keeps published reports; what is in it never changes. */
export interface ReportStore {
  add(report: Report): Promise<void>;
  /** @param version - the latest unless said */
  get(reviewId: string, version?: number): Promise<Report | undefined>;
}
