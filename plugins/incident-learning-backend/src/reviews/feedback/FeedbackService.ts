import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  FeedbackAnswers,
  FeedbackSummary,
  feedbackCreatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Identity, IdentityOf } from '../../access';
import type { Stores } from '../../stores';
import type { Call, ReviewGate } from '../ReviewGate';
import type { StoredReview } from '../ReviewStore';
import type { FeedbackAnswer, FeedbackRequest } from './FeedbackStore';
import { summaryOf } from './feedbackSummary';

export interface FeedbackServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  identityOf: IdentityOf;
}

interface Feedback {
  requests: FeedbackRequest[];
  answers: FeedbackAnswer[];
}

/**
 * Takes in what participants answer. Nothing of it goes into a log or a history, and an anonymous answer keeps no tie
 * to who gave it.
 */
export class FeedbackService {
  static create(options: FeedbackServiceOptions): FeedbackService {
    return new FeedbackService(options);
  }

  private constructor(private readonly options: FeedbackServiceOptions) {}

  async summary(id: string, call: Call): Promise<FeedbackSummary> {
    const { stores, gate, identityOf } = this.options;
    await gate.load(id, call);
    const identity = await identityOf(call.credentials);
    return summaryOf(
      {
        requests: await stores.feedback.requests(id),
        answers: await stores.feedback.answers(id),
      },
      identity,
    );
  }

  /**
   * Takes in an answer. One by name can be given again; an anonymous one stays as it is.
   *
   * @throws NotAllowedError when the caller is no participant
   * @throws ConflictError when answers are not asked for, or an answer cannot be changed any more
   */
  async give(
    id: string,
    input: { answers: FeedbackAnswers; anonymous: boolean },
    call: Call,
  ): Promise<FeedbackSummary> {
    const { stores, gate, identityOf } = this.options;
    const { access } = await gate.load(id, call, feedbackCreatePermission);
    const identity = await identityOf(call.credentials);
    const feedback = await stores.transaction(async tx => {
      const review = await gate.relock(tx, id, access);
      requireAsking(review);
      const before = {
        requests: await tx.feedback.requests(id),
        answers: await tx.feedback.answers(id),
      };
      const after = withAnswer(before, input, {
        userRef: requireAsked(review, before, identity),
        refs: identity.refs,
      });
      await tx.feedback.replace(id, after);
      return after;
    });
    return summaryOf(feedback, identity);
  }
}

function requireAsking({ state, publishedVersion }: StoredReview): void {
  if (state === 'scheduled') {
    throw new ConflictError(
      'Nobody is asked yet: answer once the review gathers feedback',
    );
  }
  if (state === 'cancelled') {
    throw new ConflictError(
      'This review was cancelled: it takes no more answers',
    );
  }
  if (publishedVersion !== undefined) {
    throw new ConflictError(
      'This review is published: it takes no more answers. Tell the facilitator, who can amend it',
    );
  }
}

function requireAsked(
  review: StoredReview,
  { requests }: Feedback,
  { userRef, refs }: Identity,
): string {
  const asked =
    requests.some(({ entityRef }) => refs.includes(entityRef)) ||
    review.participants.some(({ entityRef }) => refs.includes(entityRef));
  if (!userRef || !asked) {
    throw new NotAllowedError(
      'You were not asked for feedback: the facilitator can add you to the participants of this review',
    );
  }
  return userRef;
}

function withAnswer(
  { requests, answers }: Feedback,
  input: { answers: FeedbackAnswers; anonymous: boolean },
  { userRef, refs }: { userRef: string; refs: string[] },
): Feedback {
  const own = requests.find(({ entityRef }) => entityRef === userRef);
  const named = answers.find(({ author }) => author === userRef);
  if (own?.answered && !named) {
    throw new ConflictError(
      'You have answered anonymously: nobody can tell which answer is yours, so it stays as it is',
    );
  }
  if (named && input.anonymous) {
    throw new ConflictError(
      'You have answered by name, and others may have read it: change that answer by name',
    );
  }
  return {
    requests: [
      // Where the catalog knows no members of a group, the group itself was asked: one of them has answered now.
      ...requests.filter(
        ({ entityRef, answered }) =>
          entityRef !== userRef && (answered || !refs.includes(entityRef)),
      ),
      { entityRef: userRef, answered: true, notices: own?.notices ?? 0 },
    ],
    answers: [
      ...answers.filter(answer => answer !== named),
      {
        author: input.anonymous ? undefined : userRef,
        answers: input.answers,
      },
    ],
  };
}
