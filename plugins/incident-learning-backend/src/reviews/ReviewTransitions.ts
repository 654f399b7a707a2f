import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Missing,
  ReviewState,
  missingForTransition,
  reviewPublishPermission,
  reviewReadPermission,
  reviewUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { UnprocessableError } from '../http';
import type { Stores } from '../stores';
import { revise } from './ReviewDrafts';
import { Call, ReviewGate, isOpen } from './ReviewGate';
import type { StoredReview } from './ReviewStore';
import type { FeedbackRequests } from './feedback';
import { takingIncidents } from './openIncidents';
import type { ReviewRecord } from './reviewRows';
import type { ReviewSettings } from './reviewSettings';
import { WholeReview, contextOf, loadWhole, snapshotOf } from './snapshot';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface ReviewTransitionsOptions {
  stores: Stores;
  gate: ReviewGate;
  requests: FeedbackRequests;
  settings: ReviewSettings;
  nameOf: (credentials: BackstageCredentials) => string;
}

interface Move {
  to: ReviewState;
  reason?: string;
}

/** A review's life from state to state, by the table that common has. */
export class ReviewTransitions {
  static create(options: ReviewTransitionsOptions): ReviewTransitions {
    return new ReviewTransitions(options);
  }

  private constructor(private readonly options: ReviewTransitionsOptions) {}

  /** All that a transition still wants. */
  async missing(id: string, to: ReviewState, call: Call): Promise<Missing[]> {
    const { stores, gate } = this.options;
    const { review } = await gate.load(id, call, reviewReadPermission);
    return missingForTransition(to, contextOf(await loadWhole(stores, review)));
  }

  /**
   * Moves a review on.
   *
   * @throws UnprocessableError with all that is missing
   * @throws ConflictError when an amendment reopens a review whose incident is in another open one by now
   */
  async move(id: string, { to, reason }: Move, call: Call): Promise<void> {
    const { stores, gate, requests, nameOf } = this.options;
    const { review: before, access } = await gate.load(id, call);
    await gate.enter(permissionOf(before.state, to), call);
    const by = nameOf(call.credentials);
    const users =
      to === 'gathering'
        ? await requests.usersOf(before.participants)
        : undefined;
    const incidentIds = await stores.reviews.incidentIdsOf(id);
    await takingIncidents(stores, id, incidentIds, async tx => {
      const review = await gate.relock(tx, id, access);
      const whole = await loadWhole(tx, review);
      const missing = missingForTransition(to, contextOf(whole, reason));
      if (missing.length > 0) {
        throw new UnprocessableError(missing);
      }
      const next = this.next(review, { to, reason });
      await tx.reviews.update(
        to === 'published' ? await publish(tx, whole, next, by) : next,
      );
      const all = await tx.reviews.incidentIdsOf(id);
      await tx.reviews.setIncidents(id, all, isOpen(to));
      if (users) {
        await requests.follow(tx, next, users);
      }
      if (!isOpen(to)) {
        await tx.feedback.stopNotices(id);
      }
      await this.note(tx, review, next, { to, reason, by });
    });
    await requests.sendDue(id);
  }

  private next(review: StoredReview, { to, reason }: Move): ReviewRecord {
    const due =
      Date.now() + this.options.settings.feedback.dueAfterDays * DAY_MS;
    return revise(review, {
      state: to,
      ...(to === 'cancelled' ? { cancelReason: reason } : {}),
      ...(review.state === 'published' ? { amendReason: reason } : {}),
      ...(to === 'gathering' && !review.feedbackDueAt
        ? { feedbackDueAt: new Date(due).toISOString() }
        : {}),
    });
  }

  private async note(
    tx: Stores,
    from: StoredReview,
    next: ReviewRecord,
    { to, reason, by }: Move & { by: string },
  ): Promise<void> {
    await tx.history.add({
      reviewId: next.id,
      revision: next.revision,
      at: next.updatedAt,
      by,
      operation: to === 'published' ? 'published' : 'moved',
      changes: [
        { path: 'state', from: from.state, to },
        ...(reason ? [{ path: 'reason', to: reason }] : []),
      ],
    });
  }
}

/** To amend a published report is as grave as to publish one. */
function permissionOf(from: ReviewState, to: ReviewState) {
  return to === 'published' || from === 'published'
    ? reviewPublishPermission
    : reviewUpdatePermission;
}

/** Freezes the report, and gives the review as it is from then on. */
async function publish(
  tx: Stores,
  whole: WholeReview,
  next: ReviewRecord,
  by: string,
): Promise<ReviewRecord> {
  const { id } = next;
  const at = next.updatedAt;
  const before = await tx.reports.get(id);
  const report = snapshotOf(whole, { at, by, before });
  await tx.reports.add(report);
  await tx.lessons.publish(id, at, by);
  return {
    ...next,
    amendReason: undefined,
    publishedAt: at,
    publishedVersion: report.version,
  };
}
