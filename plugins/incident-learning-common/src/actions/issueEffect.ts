import type { Action, ActionStatus } from './schema';
import type { TrackedIssue } from './tracker';
import { UNDONE_STATUSES, missingForActionTransition } from './transitions';

/** What an action's history calls a tracker that moved it, such as `tracker:github`. @public */
export function trackerRef(tracker: string): string {
  return `tracker:${tracker}`;
}

/** A change of an action's issue, as it was seen. @public */
export interface IssueChange {
  action: Action;
  /** The id of the tracker. */
  tracker: string;
  /** The issue as it was last seen. */
  before: Pick<TrackedIssue, 'state'>;
  issue: Pick<TrackedIssue, 'state' | 'stateSince' | 'updatedAt'>;
  /** Who last said how far the action is, and when. */
  lastMove: { by: string; at: string };
}

/**
 * What follows for an action from a change of its issue: closed as completed, it completes a commitment; reopened, it
 * takes up again what it had completed itself. All else is left to people, and so is whatever somebody decided since.
 *
 * @returns the status that the action moves to; undefined where it stays
 * @public
 */
export function effectOfIssue({
  action,
  tracker,
  before,
  issue,
  lastMove,
}: IssueChange): 'completed' | 'open' | undefined {
  if (before.state === issue.state) {
    return undefined;
  }
  if (issue.state === 'open') {
    return action.status === 'completed' && lastMove.by === trackerRef(tracker)
      ? 'open'
      : undefined;
  }
  const since = Date.parse(issue.stateSince ?? issue.updatedAt);
  const completes =
    issue.state === 'completed' &&
    (UNDONE_STATUSES as readonly ActionStatus[]).includes(action.status) &&
    since > Date.parse(lastMove.at) &&
    missingForActionTransition('completed', { action }).length === 0;
  return completes ? 'completed' : undefined;
}
