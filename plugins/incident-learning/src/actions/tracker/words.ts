import {
  Action,
  ActionLink,
  ActionStatus,
  DONE_STATUSES,
  IssueState,
  UNDONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';

export const ISSUE_STATE_WORDS: Record<IssueState, string> = {
  open: 'Open',
  completed: 'Closed as completed',
  'not-planned': 'Closed as not planned',
  closed: 'Closed',
};

/** What a person may want to decide where an action and its issue say different things. */
export function hintOf(
  { status }: Pick<Action, 'status'>,
  { issue }: Pick<ActionLink, 'issue'>,
): string | undefined {
  const undone = (UNDONE_STATUSES as readonly ActionStatus[]).includes(status);
  const done = (DONE_STATUSES as readonly ActionStatus[]).includes(status);
  switch (issue?.state) {
    case 'open':
      if (done) {
        return 'The action is done, and its issue is still open: close it there.';
      }
      return status === 'cancelled'
        ? 'The action is cancelled, and its issue is still open: close it there.'
        : undefined;
    case 'completed':
      return undone
        ? 'The issue is closed as completed, and the action goes on: complete it if it is done.'
        : undefined;
    case 'not-planned':
      return undone
        ? 'The issue is closed as not planned: cancel the action, or go on without the issue.'
        : undefined;
    case 'closed':
      return undone
        ? 'The issue is closed, and nobody said why: complete the action if it is done.'
        : undefined;
    default:
      return undefined;
  }
}
