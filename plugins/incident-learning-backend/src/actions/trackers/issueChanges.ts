import {
  Action,
  ActionChange,
  TrackedIssue,
  effectOfIssue,
  trackerRef,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ActionTracker } from '@hindsight/backstage-plugin-incident-learning-node';
import type { ChangeEntry } from '../actionChanges';
import type { StoredLink } from './ActionLinkStore';

/** What an issue changes of its action, and how the history tells it. */
export interface IssueEdit {
  changes: Partial<Action>;
  entry: ChangeEntry;
}

/** What is known when an issue is taken over. */
export interface IssueSeen {
  action: Action;
  /** As it was before; without an issue, this is its first. */
  link: StoredLink;
  tracker: Pick<ActionTracker, 'id' | 'title'>;
  issue: TrackedIssue;
  /** The latest first. */
  history: ActionChange[];
}

/** What follows for an action from how its issue stands; undefined where nothing does. */
export function editByIssue(
  seen: IssueSeen,
  now: string,
): IssueEdit | undefined {
  const { action, link, tracker, issue, history } = seen;
  const before = link.issue;
  if (!before) {
    const created = link.target !== undefined;
    return {
      changes: { externalLink: issue.url },
      entry: {
        by: link.linkedBy,
        operation: 'updated',
        note: `${created ? 'Created' : 'Linked'} ${issue.label} in ${
          tracker.title
        }`,
      },
    };
  }
  const by = trackerRef(tracker.id);
  const moved: Partial<Action> =
    issue.url !== before.url && action.externalLink === before.url
      ? { externalLink: issue.url }
      : {};
  const to = effectOfIssue({
    action,
    tracker: tracker.id,
    before,
    issue,
    lastMove: lastMoveOf(action, history),
  });
  if (to === 'completed') {
    const note = `${issue.label} was closed as completed in ${tracker.title}`;
    return {
      changes: { ...moved, status: 'completed' },
      entry: { by, operation: 'moved', note },
    };
  }
  if (to === 'open') {
    const reason = `${issue.label} was opened again in ${tracker.title}`;
    return {
      changes: {
        ...moved,
        status: 'open',
        progress: 0,
        reopened: { at: now, reason },
      },
      entry: { by, operation: 'reopened', note: reason },
    };
  }
  return moved.externalLink
    ? {
        changes: moved,
        entry: {
          by,
          operation: 'updated',
          note: `${before.label} is now ${issue.label} in ${tracker.title}`,
        },
      }
    : undefined;
}

/** Who last said how far an action is. */
function lastMoveOf(
  { createdBy, createdAt }: Action,
  history: ActionChange[],
): { by: string; at: string } {
  return (
    history.find(({ changes }) =>
      changes.some(({ path }) => path === 'status' || path === 'progress'),
    ) ?? { by: createdBy, at: createdAt }
  );
}
