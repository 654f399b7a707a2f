import type {
  Incident,
  Page,
  Review,
  ReviewQuery,
  ReviewSummary,
  ReviewTemplate,
  RootCause,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { ReviewSelection } from './reviewFilters';
import type { ReviewRecord, WrittenSection } from './reviewRows';

/** A review as it is stored: whom it waits for depends on who asks. */
export type StoredReview = Omit<Review, 'waitsForMe'> & {
  template: ReviewTemplate;
};
export type StoredSummary = Omit<ReviewSummary, 'waitsForMe'>;

/** Keeps reviews, their sections and root causes; a service owns the rules. */
export interface ReviewStore {
  list(
    selection: ReviewSelection,
    page: Pick<ReviewQuery, 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<StoredSummary>>;
  get(id: string, access: AccessFilter): Promise<StoredReview | undefined>;
  /** Keeps all other writers of a review away until the transaction ends. */
  lock(id: string): Promise<void>;

  insert(review: ReviewRecord): Promise<void>;
  /** @returns whether the review still had the revision before the one given; otherwise it is left as it is */
  update(review: ReviewRecord): Promise<boolean>;
  /**
   * Says which incidents a review is of.
   *
   * @throws a unique violation when the review is open and one of them is in another open review
   */
  setIncidents(
    reviewId: string,
    incidentIds: string[],
    open: boolean,
  ): Promise<void>;
  /** Of all its incidents, those that exist no more too. */
  incidentIdsOf(reviewId: string): Promise<string[]>;
  /** The incidents of a review in its order, as far as they may be read. */
  incidentsOf(reviewId: string, access: AccessFilter): Promise<Incident[]>;
  /** Those that may not be read, or were restricted when they were deleted. */
  hiddenIncidentIdsOf(
    reviewId: string,
    access: AccessFilter,
  ): Promise<string[]>;
  /** Incidents as far as they may be read. */
  findIncidents(ids: string[], access: AccessFilter): Promise<Incident[]>;
  /** Which of the incidents are in an open review, and in which. */
  findOpen(
    incidentIds: string[],
  ): Promise<{ incidentId: string; reviewId: string; title: string }[]>;

  saveSection(reviewId: string, section: WrittenSection): Promise<void>;
  saveRootCauses(
    reviewId: string,
    rootCauses: { revision: number; items: RootCause[]; updatedAt: string },
  ): Promise<void>;
}
