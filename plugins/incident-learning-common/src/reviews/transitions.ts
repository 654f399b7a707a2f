import { missingCommitment } from '../actions/commitment';
import type { Action } from '../actions/schema';
import type { Missing, Review } from './schema';
import type { ReviewState } from './vocabulary';

/**
 * Where a review can go from where. From `published` back to `drafting` is an amendment: it makes the next version,
 * and the one that stands stays as it is.
 *
 * @public
 */
export const REVIEW_TRANSITIONS: Record<ReviewState, ReviewState[]> = {
  scheduled: ['gathering', 'cancelled'],
  gathering: ['drafting', 'cancelled'],
  drafting: ['in-review', 'cancelled'],
  'in-review': ['published', 'drafting', 'cancelled'],
  published: ['drafting'],
  cancelled: [],
};

const FIELD_WORDS = {
  owner: 'an owner',
  dueDate: 'a due date',
  successCriteria: 'success criteria',
};

/** What a transition is judged by. @public */
export interface TransitionContext {
  review: Pick<
    Review,
    | 'state'
    | 'facilitator'
    | 'participants'
    | 'sections'
    | 'rootCauses'
    | 'publishedVersion'
  >;
  /** Events of the incidents' and the analyses' timelines. */
  timelineEvents: number;
  lessons: number;
  actions: Pick<
    Action,
    'id' | 'title' | 'status' | 'owner' | 'dueDate' | 'successCriteria'
  >[];
  reason?: string;
}

/**
 * All that stands in the way of a transition, at once; empty when it may go.
 *
 * @public
 */
export function missingForTransition(
  to: ReviewState,
  context: TransitionContext,
): Missing[] {
  const { state, publishedVersion } = context.review;
  if (!REVIEW_TRANSITIONS[state].includes(to)) {
    const next = REVIEW_TRANSITIONS[state];
    return [
      {
        path: 'to',
        message: `is ${to}, but a review that is ${state} can ${
          next.length > 0
            ? `only become ${next.join(' or ')}`
            : 'become nothing else'
        }`,
      },
    ];
  }
  if (to === 'cancelled' && publishedVersion !== undefined) {
    return [
      {
        path: 'to',
        message:
          'is cancelled, but a report was published: publish the amendment instead',
      },
    ];
  }
  return missingFor(to, context);
}

function missingFor(to: ReviewState, context: TransitionContext): Missing[] {
  const { review, reason } = context;
  switch (to) {
    case 'gathering':
      return missingToGather(review);
    case 'drafting':
      return review.state === 'published'
        ? missingReason(reason, 'is amended')
        : [];
    case 'in-review':
      return missingSections(review);
    case 'published':
      return missingToPublish(context);
    case 'cancelled':
      return missingReason(reason, 'is cancelled');
    default:
      return [];
  }
}

function missingReason(reason: string | undefined, what: string): Missing[] {
  return reason
    ? []
    : [{ path: 'reason', message: `is missing: say why the review ${what}` }];
}

function missingToGather(review: TransitionContext['review']): Missing[] {
  const missing: Missing[] = [];
  if (!review.facilitator) {
    missing.push({
      path: 'facilitator',
      message: 'is missing: name who leads the review',
    });
  }
  if (review.participants.length === 0) {
    missing.push({
      path: 'participants',
      message: 'is empty: name at least one person to ask for feedback',
    });
  }
  return missing;
}

function missingSections(review: TransitionContext['review']): Missing[] {
  return review.sections
    .filter(section => section.required && section.text.trim() === '')
    .map(section => ({
      path: `sections.${section.id}`,
      message: `is empty: write “${section.title}”`,
    }));
}

function missingToPublish(context: TransitionContext): Missing[] {
  const { review, timelineEvents, lessons, actions } = context;
  const missing = missingSections(review);
  if (timelineEvents === 0) {
    missing.push({
      path: 'timeline',
      message: 'has no event: add what happened when',
    });
  }
  if (!review.rootCauses.items.some(cause => cause.evidence.length > 0)) {
    missing.push({
      path: 'rootCauses',
      message:
        'has no cause with evidence: name at least one and what shows it',
    });
  }
  if (lessons === 0) {
    missing.push({
      path: 'lessons',
      message: 'is empty: write down at least one lesson',
    });
  }
  for (const action of actions) {
    const fields = missingCommitment(action);
    if (fields.length > 0) {
      missing.push({
        path: `actions.${action.id}`,
        message: `“${action.title}” lacks ${fields
          .map(field => FIELD_WORDS[field])
          .join(' and ')}: fill it in, or leave the action as an idea`,
      });
    }
  }
  return missing;
}
