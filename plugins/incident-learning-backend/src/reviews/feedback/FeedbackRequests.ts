import type { Identity } from '../../access';
import type { Stores } from '../../stores';
import type { ReviewPeople } from '../ReviewPeople';
import type { ReviewRecord } from '../reviewRows';
import type { FeedbackSettings } from '../reviewSettings';
import type { FeedbackNotifier } from './FeedbackNotifier';
import type { DueNotice, FeedbackRequest } from './FeedbackStore';
import { nextNotice } from './nextNotice';

const BATCH_SIZE = 100;

export interface FeedbackRequestsOptions {
  stores: Stores;
  people: ReviewPeople;
  notifier: FeedbackNotifier;
  settings: FeedbackSettings;
  /** Epoch ms; of the system unless said. */
  now?: () => number;
}

/** Asks participants, and reminds those who have not answered. */
export class FeedbackRequests {
  private readonly now: () => number;

  static create(options: FeedbackRequestsOptions): FeedbackRequests {
    return new FeedbackRequests(options);
  }

  private constructor(private readonly options: FeedbackRequestsOptions) {
    this.now = options.now ?? Date.now;
  }

  /** Everybody behind participants; asks the catalog, so call it before a transaction. */
  usersOf(participants: { entityRef: string }[]): Promise<string[]> {
    return this.options.people.usersOf(
      participants.map(({ entityRef }) => entityRef),
    );
  }

  /** Which of the reviews wait for the caller's answer. */
  waiting(reviewIds: string[], { refs }: Identity): Promise<Set<string>> {
    return this.options.stores.feedback.waiting(reviewIds, refs);
  }

  /**
   * Brings the requests of a review in line with it: new participants will be asked, those who have gone will not be
   * reminded, and reminders keep to when answers are due.
   *
   * @param users - everybody behind its participants, where they have changed
   */
  async follow(
    tx: Stores,
    review: ReviewRecord,
    users?: string[],
  ): Promise<void> {
    if (review.state === 'scheduled' || review.publishedVersion !== undefined) {
      return;
    }
    const before = await tx.feedback.requests(review.id);
    const staying = before.filter(
      ({ answered, entityRef }) =>
        answered || !users || users.includes(entityRef),
    );
    const added = (users ?? []).filter(
      ref => !before.some(({ entityRef }) => entityRef === ref),
    );
    await tx.feedback.replace(review.id, {
      requests: [
        ...staying.map(request => this.replan(request, review)),
        ...added.map(entityRef => ({
          entityRef,
          answered: false,
          notices: 0,
          nextNoticeAt: this.now(),
        })),
      ],
      answers: await tx.feedback.answers(review.id),
    });
  }

  /**
   * Sends the notices that are due. Each is claimed in the database first, so that one is sent however many replicas
   * look at the same time.
   */
  async sendDue(reviewId?: string): Promise<void> {
    const { feedback } = this.options.stores;
    for (;;) {
      const now = this.now();
      const due = await feedback.due({ now, limit: BATCH_SIZE, reviewId });
      const claimed: DueNotice[] = [];
      for (const notice of due) {
        const next = nextNotice(
          now,
          notice.feedbackDueAt,
          this.options.settings,
        );
        if (await feedback.claim(notice, next)) {
          claimed.push(notice);
        }
      }
      for (const group of groupsOf(claimed)) {
        await this.options.notifier.notify(group);
      }
      if (due.length < BATCH_SIZE) {
        return;
      }
    }
  }

  private replan(
    request: FeedbackRequest,
    { feedbackDueAt }: ReviewRecord,
  ): FeedbackRequest {
    if (request.answered || request.notices === 0) {
      return request;
    }
    const due = feedbackDueAt ? Date.parse(feedbackDueAt) : undefined;
    const next = nextNotice(this.now(), due, this.options.settings);
    return { ...request, nextNoticeAt: next };
  }
}

/** Notices that go out with one text: of one review, first ones or reminders. */
function groupsOf(notices: DueNotice[]): DueNotice[][] {
  const groups = new Map<string, DueNotice[]>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.reviewId, notice.notices === 0]);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}
