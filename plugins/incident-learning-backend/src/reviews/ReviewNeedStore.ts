import type {
  FacilitatorRecord,
  Incident,
  ReviewState,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ReviewNeed } from '../incidents/incidentFilters';

/** One review that an incident is in. */
export interface IncidentReview {
  incidentId: string;
  reviewId: string;
  state: ReviewState;
  publishedVersion?: number;
}

/** Finds what has to be reviewed, and whose turn it is. */
export interface ReviewNeedStore {
  /**
   * Incidents that have ended within a period and are in no review, not even a cancelled one; the first ended first.
   * Drills never.
   *
   * @param options - `since` and `until` in epoch ms
   */
  unreviewed(options: {
    need: ReviewNeed;
    since: number;
    until: number;
    limit: number;
    /** Among these alone. */
    incidentIds?: string[];
  }): Promise<Incident[]>;
  /** The reviews of incidents, the latest first. */
  reviewsOf(incidentIds: string[]): Promise<IncidentReview[]>;
  /** How often and when each person last led a review; cancelled ones do not count. */
  facilitatorRecords(entityRefs: string[]): Promise<FacilitatorRecord[]>;
}
