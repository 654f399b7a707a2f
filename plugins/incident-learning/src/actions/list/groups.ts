import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../../components';
import type { Grouping } from './filters';

/** Actions under one heading. */
export interface ActionGroup {
  key: string;
  /** Absent where the list is one. */
  owner?: string;
  title?: string;
  actions: Action[];
}

const DAY_MS = 86_400_000;

/** Puts actions in groups, in the order in which the first of each comes. */
export function groupActions(
  actions: Action[],
  grouping: Grouping,
): ActionGroup[] {
  if (grouping === 'none') {
    return [{ key: 'all', actions }];
  }
  const groups = new Map<string, ActionGroup>();
  for (const action of actions) {
    const group =
      grouping === 'owner' ? byOwner(action) : byWeek(action.dueDate);
    const known = groups.get(group.key) ?? group;
    known.actions.push(action);
    groups.set(group.key, known);
  }
  return [...groups.values()];
}

function byOwner({ owner }: Action): ActionGroup {
  return owner
    ? { key: owner, owner, actions: [] }
    : { key: 'nobody', title: 'Nobody has committed yet', actions: [] };
}

/** Weeks start on Mondays. */
function byWeek(dueDate: string | undefined): ActionGroup {
  if (!dueDate) {
    return { key: 'undated', title: 'Without a due date', actions: [] };
  }
  const day = Date.parse(dueDate);
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS;
  const start = new Date(monday).toISOString().slice(0, 10);
  return {
    key: start,
    title: `Week of ${formatTime(start, 'day')}`,
    actions: [],
  };
}
