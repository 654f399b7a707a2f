import { ConflictError } from '@backstage/errors';
import {
  Action,
  missingForActionTransition,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { UnprocessableError } from '../http';
import { changesBetween } from '../incidents/changes';

const SETTLED = ['completed', 'verified', 'cancelled'];

/** What may still be said of an action that is settled. */
const ALWAYS = ['externalLink', 'category', 'lessonId'];

/** @throws ConflictError when somebody rewrites what was promised after it is settled */
export function requireWritable(current: Action, next: Action): void {
  if (!SETTLED.includes(current.status)) {
    return;
  }
  const changed = changesBetween(current, next)
    .map(({ path }) => path)
    .filter(path => !ALWAYS.includes(path));
  if (changed.length > 0) {
    throw new ConflictError(
      `This action is ${current.status}, so ${changed.join(
        ', ',
      )} cannot change any more: reopen it first`,
    );
  }
}

/**
 * A commitment is made for a day to come; one that stands may run late.
 *
 * @throws UnprocessableError
 */
export function requireDueDate(
  next: Pick<Action, 'dueDate'>,
  current?: Action,
): void {
  const today = new Date().toISOString().slice(0, 10);
  if (
    next.dueDate !== undefined &&
    next.dueDate !== current?.dueDate &&
    next.dueDate < today
  ) {
    throw new UnprocessableError([
      {
        path: 'dueDate',
        message: `is in the past (${next.dueDate}): give today, ${today}, or a later day`,
      },
    ]);
  }
}

/**
 * Somebody who commits says who, by when and how one will see that it worked. While a review is written that may still
 * be open: publishing it asks.
 *
 * @throws UnprocessableError with all that is missing
 */
export function requireCommitment(next: Action, current?: Action): void {
  const reviewed = next.reviewId !== undefined && !current?.committedAt;
  if (next.status === 'idea' || next.status === 'cancelled' || reviewed) {
    return;
  }
  const missing = missingForActionTransition('open', {
    action: { ...next, status: 'idea' },
  });
  if (missing.length > 0) {
    throw new UnprocessableError(missing);
  }
}
