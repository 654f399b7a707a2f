import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ActionDigest } from './ActionNotifier';
import type { ReminderSettings } from './actionSettings';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A commitment that is not done, and whom it concerns. */
export interface WatchedAction {
  action: Action;
  /** Whether it belongs to an incident that few may know of. */
  restricted: boolean;
  /** The people behind the owner: the user, or the members of the group. */
  owners: string[];
  /** The members of the owning group, and those of its parent. */
  group: string[];
  parent: string[];
}

/**
 * Who is told what on a day: owners before the due date and from then on, their group and its parent once it is late
 * enough. Nobody is told on a day on which nothing new is due to be said; who is, hears of all that waits.
 */
export function digestsOf(
  watched: WatchedAction[],
  day: string,
  settings: ReminderSettings,
): Map<string, ActionDigest> {
  const digests = new Map<string, ActionDigest>();
  const pressing = new Set<string>();
  for (const one of watched) {
    const late = daysLate(one.action, day);
    for (const recipient of recipientsOf(one, late, settings)) {
      const digest = digests.get(recipient) ?? emptyDigest();
      digests.set(recipient, digest);
      headingOf(digest, one, late).push(
        one.restricted && !one.owners.includes(recipient)
          ? { ...one.action, title: 'An action of a restricted incident' }
          : one.action,
      );
      if (isPressing(one, late, settings)) {
        pressing.add(recipient);
      }
    }
  }
  for (const recipient of digests.keys()) {
    if (!pressing.has(recipient)) {
      digests.delete(recipient);
    }
  }
  return digests;
}

export function emptyDigest(): ActionDigest {
  return { overdue: [], dueSoon: [], unowned: [], anniversaries: [] };
}

/** Days since the due date; negative before it. */
function daysLate({ dueDate }: Action, day: string): number {
  return dueDate === undefined
    ? -Infinity
    : Math.round((Date.parse(day) - Date.parse(dueDate)) / DAY_MS);
}

function headingOf(
  digest: ActionDigest,
  { action }: WatchedAction,
  late: number,
): Action[] {
  if (action.unowned) {
    return digest.unowned;
  }
  return late > 0 ? digest.overdue : digest.dueSoon;
}

function recipientsOf(
  { action, owners, group, parent }: WatchedAction,
  late: number,
  { remindBeforeDays, escalateAfterDays }: ReminderSettings,
): Set<string> {
  const soon = -late <= Math.max(0, ...remindBeforeDays);
  return new Set([
    ...(soon && !action.unowned ? owners : []),
    ...(action.unowned || (late > 0 && late >= escalateAfterDays.group)
      ? group
      : []),
    ...(late > 0 && late >= escalateAfterDays.parent ? parent : []),
  ]);
}

/** Whether there is something to say on this very day. */
function isPressing(
  { action }: WatchedAction,
  late: number,
  { remindBeforeDays, remindEveryDays }: ReminderSettings,
): boolean {
  return late > 0
    ? (late - 1) % remindEveryDays === 0
    : action.unowned === true || late === 0 || remindBeforeDays.includes(-late);
}
