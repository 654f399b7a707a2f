import type { FeedbackAnswers } from '@hindsight/backstage-plugin-incident-learning-common';

/** That somebody was asked. It holds nothing of an answer but that there is one. */
export interface FeedbackRequest {
  entityRef: string;
  answered: boolean;
  /** How many notices were sent: the question itself is the first. */
  notices: number;
  /** When the next one is due, epoch ms; absent: never. */
  nextNoticeAt?: number;
}

/** An answer; without an author it is anonymous. */
export interface FeedbackAnswer {
  author?: string;
  answers: FeedbackAnswers;
}

/** A notice that is due. */
export interface DueNotice {
  reviewId: string;
  title: string;
  entityRef: string;
  notices: number;
  /** Epoch ms. */
  feedbackDueAt?: number;
  /** Whether one of the incidents is known to few. */
  restricted: boolean;
}

/** Keeps who was asked apart from what was answered. */
export interface FeedbackStore {
  /** By name. Within a transaction, notices wait until it ends. */
  requests(reviewId: string): Promise<FeedbackRequest[]>;
  /** In an order that tells nothing. */
  answers(reviewId: string): Promise<FeedbackAnswer[]>;
  /**
   * Writes all requests and answers of a review anew, whatever has changed: neither the place of a row nor the
   * transaction that wrote it then tells which answer came with which request.
   */
  replace(
    reviewId: string,
    feedback: { requests: FeedbackRequest[]; answers: FeedbackAnswer[] },
  ): Promise<void>;
  /** Which of the reviews wait for an answer of one of the refs. */
  waiting(reviewIds: string[], refs: string[]): Promise<Set<string>>;

  /** Notices that are due, the first due first. */
  due(options: {
    now: number;
    limit: number;
    reviewId?: string;
  }): Promise<DueNotice[]>;
  /**
   * Takes a notice upon oneself: of several replicas, one gets it.
   *
   * @param next - when the one after it is due, epoch ms
   */
  claim(notice: DueNotice, next: number): Promise<boolean>;
  stopNotices(reviewId: string): Promise<void>;
}
