import type { AnalysisRecord } from '@hindsight/backstage-plugin-incident-learning-common';

/** Keeps the analyses of reviews; who may reach the review may reach them. */
export interface AnalysisStore {
  /** The first added first. */
  list(reviewId: string): Promise<AnalysisRecord[]>;
  get(id: string): Promise<AnalysisRecord | undefined>;
  insert(analysis: AnalysisRecord): Promise<void>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(analysis: AnalysisRecord): Promise<boolean>;
  delete(id: string, revision: number): Promise<boolean>;
}
