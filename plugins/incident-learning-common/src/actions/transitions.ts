import type { Missing } from '../reviews/schema';
import { COMMITMENT_FIELDS, missingCommitment } from './commitment';
import type { Action, ActionStatus } from './schema';

/**
 * Where an action can go from where. Back to `open` from what was settled is a reopening.
 *
 * @public
 */
export const ACTION_TRANSITIONS: Record<ActionStatus, ActionStatus[]> = {
  idea: ['open', 'cancelled'],
  open: ['in-progress', 'completed', 'idea', 'cancelled'],
  'in-progress': ['completed', 'open', 'cancelled'],
  completed: ['verified', 'open'],
  verified: ['open'],
  cancelled: ['open'],
};

/** Actions that somebody still has to do something about. @public */
export const UNDONE_STATUSES = ['open', 'in-progress'] as const;

/** Actions of which somebody said that they are done. @public */
export const DONE_STATUSES = ['completed', 'verified'] as const;

const COMMITMENT_REMEDIES = {
  owner: 'is missing: name the user or group who commits to it',
  dueDate: 'is missing: say by when, such as 2024-05-17',
  successCriteria: 'is missing: say how one will see that it worked',
};

/** What a transition is judged by. @public */
export interface ActionTransitionContext {
  action: Pick<Action, 'status' | (typeof COMMITMENT_FIELDS)[number]>;
  reason?: string;
  verification?: object;
}

/** Whether a transition takes up again what was settled. @public */
export function isReopening(from: ActionStatus, to: ActionStatus): boolean {
  return (
    to === 'open' &&
    (from === 'completed' || from === 'verified' || from === 'cancelled')
  );
}

/**
 * All that stands in the way of a transition, at once; empty when it may go.
 *
 * @public
 */
export function missingForActionTransition(
  to: ActionStatus,
  { action, reason, verification }: ActionTransitionContext,
): Missing[] {
  const { status } = action;
  const next = ACTION_TRANSITIONS[status];
  if (!next.includes(to)) {
    return [
      {
        path: 'to',
        message: `is ${to}, but an action that is ${status} can only become ${next.join(
          ' or ',
        )}`,
      },
    ];
  }
  const missing: Missing[] =
    to === 'idea' || to === 'cancelled'
      ? []
      : missingCommitment({ ...action, status: to }).map(field => ({
          path: field,
          message: COMMITMENT_REMEDIES[field],
        }));
  if (to === 'cancelled' && !reason) {
    missing.push({
      path: 'reason',
      message: 'is missing: say why the action is cancelled',
    });
  }
  if (isReopening(status, to) && !reason) {
    missing.push({
      path: 'reason',
      message: 'is missing: say why the action is taken up again',
    });
  }
  if (to === 'verified' && !verification) {
    missing.push({
      path: 'verification',
      message: 'is missing: say how it was verified, and what shows it',
    });
  }
  return missing;
}
