import type { ReviewChange } from '@hindsight/backstage-plugin-incident-learning-common';

/** What a change says; the history adds the rest. */
export type ReviewEntry = Omit<ReviewChange, 'id'>;

/** Who changed what of a review when. Feedback never enters it. */
export interface ReviewHistory {
  /**
   * Adds an entry. What somebody goes on writing in the same part within minutes becomes one entry, since a form that
   * saves as one types would otherwise fill the history with half sentences.
   */
  add(entry: ReviewEntry): Promise<void>;
  /** The latest first. */
  list(reviewId: string): Promise<ReviewChange[]>;
}
