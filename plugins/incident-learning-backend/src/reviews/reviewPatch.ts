import type { ReviewPatch } from '@hindsight/backstage-plugin-incident-learning-common';
import { NotAllowedError } from '@backstage/errors';
import { changesBetween } from '../incidents/changes';
import { revise } from './ReviewDrafts';
import type { StoredReview } from './ReviewStore';
import type { ReviewRecord } from './reviewRows';

/** The next revision of a review with a patch applied, and what that changes. */
export function applyPatch(
  review: StoredReview,
  patch: ReviewPatch,
): { next: ReviewRecord; changes: ReturnType<typeof changesBetween> } {
  const next = patched(review, patch);
  return {
    next,
    changes: changesBetween(metaOf(review), {
      ...metaOf(next),
      incidentIds: patch.incidentIds ?? review.incidentIds,
    }),
  };
}

/**
 * Whoever is in a review knows all that it is about. So nobody may let people in who does not know all of it
 * themselves, least of all themselves.
 *
 * @param hidden - incidents of the review that the caller does not know
 * @throws NotAllowedError
 */
export function requireMayLetIn(
  before: StoredReview,
  patch: ReviewPatch,
  hidden: string[],
): void {
  const known = new Set([
    before.facilitator,
    ...before.participants.map(({ entityRef }) => entityRef),
  ]);
  const letIn = [
    ...(patch.participants ?? []).map(({ entityRef }) => entityRef),
    ...(patch.facilitator ? [patch.facilitator] : []),
  ].filter(ref => !known.has(ref));
  if (letIn.length > 0 && hidden.length > 0) {
    throw new NotAllowedError(
      `You are not allowed to let ${letIn.join(
        ' and ',
      )} into this review: ask its facilitator, who knows all that it is about`,
    );
  }
}

function patched(review: StoredReview, patch: ReviewPatch): ReviewRecord {
  const { incidentIds: _, ...fields } = patch;
  const cleared = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value ?? undefined]),
  );
  return revise(review, cleared);
}

function metaOf(review: StoredReview | ReviewRecord): object {
  return {
    title: review.title,
    incidentIds: 'incidentIds' in review ? review.incidentIds : [],
    participants: review.participants,
    facilitator: review.facilitator,
    scheduledFor: review.scheduledFor,
    feedbackDueAt: review.feedbackDueAt,
  };
}
