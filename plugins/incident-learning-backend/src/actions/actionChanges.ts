import {
  Action,
  ActionChange,
  DONE_STATUSES,
  missingCommitment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import { changesBetween } from '../incidents/changes';
import type { Stores } from '../stores';

/** What a change is called in the history, and what was said about it. */
export interface ChangeEntry {
  by: string;
  operation: ActionChange['operation'];
  note?: string;
}

/** Kept by the machine; the history tells the fields that people write. */
const DERIVED = [
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'createdBy',
  'committedAt',
  'completedAt',
  'reopened',
  'dueDateMoves',
  'rating',
  'owningGroup',
] as const;

/** The next revision of an action, with what follows from what was changed. */
export function reviseAction(
  current: Action,
  changes: Partial<Action>,
  now: string,
): Action {
  const next = { ...current, ...changes };
  const done = (DONE_STATUSES as readonly string[]).includes(next.status);
  const committed =
    next.status !== 'idea' &&
    next.status !== 'cancelled' &&
    missingCommitment(next).length === 0;
  const moved =
    current.committedAt !== undefined &&
    current.dueDate !== undefined &&
    next.dueDate !== current.dueDate;
  return {
    ...next,
    revision: current.revision + 1,
    updatedAt: now,
    progress: done ? 100 : next.progress,
    committedAt: committedAtOf(next, committed, now),
    completedAt: done ? next.completedAt ?? now : undefined,
    verification: next.status === 'verified' ? next.verification : undefined,
    cancelReason: next.status === 'cancelled' ? next.cancelReason : undefined,
    reopened: done ? undefined : next.reopened,
    dueDateMoves: current.dueDateMoves + (moved ? 1 : 0),
    unowned: next.owner === current.owner ? next.unowned : undefined,
  };
}

/** An idea is no commitment, whatever it was before; a cancelled action stays one that there was. */
function committedAtOf(
  { status, committedAt }: Action,
  committed: boolean,
  now: string,
): string | undefined {
  if (status === 'idea') {
    return undefined;
  }
  return committed ? committedAt ?? now : committedAt;
}

/** Which fields that people write differ. */
export function actionChanges(
  before: Action,
  after: Action,
): ActionChange['changes'] {
  return changesBetween(before, after, DERIVED);
}

/** One row of an action's history. */
export function actionEntry(
  before: Action,
  after: Action,
  { by, operation, note }: ChangeEntry,
): ActionChange {
  return {
    id: uuid(),
    actionId: after.id,
    revision: after.revision,
    at: after.updatedAt,
    by,
    operation,
    note,
    changes: actionChanges(before, after),
  };
}

/**
 * Writes the next revision of an action together with its line of history.
 *
 * @returns whether nobody else was faster
 */
export function writeAction(
  stores: Stores,
  current: Action,
  next: Action,
  entry: ChangeEntry,
): Promise<boolean> {
  return stores.transaction(async tx => {
    const done = await tx.actions.update(next);
    if (done) {
      await tx.actions.addHistory(actionEntry(current, next, entry));
    }
    return done;
  });
}
