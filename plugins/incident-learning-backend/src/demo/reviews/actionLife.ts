import {
  Action,
  ActionChange,
  ActionRating,
  ActionStatus,
  VERIFICATION_METHODS,
  missingForActionTransition,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { actionChanges, reviseAction } from '../../actions/actionChanges';
import { DAY, toIso } from '../clock';
import type { Random } from '../random';
import { demoId } from './demoId';

/** An action as it has gone on since the report was published. */
export interface ActionLife {
  action: Action;
  history: ActionChange[];
  ratings: ActionRating[];
}

const PATHS: Partial<Record<ActionStatus, ActionStatus[]>> = {
  'in-progress': ['in-progress'],
  completed: ['in-progress', 'completed'],
  verified: ['in-progress', 'completed', 'verified'],
  cancelled: ['cancelled'],
};

const REASON =
  'Another change has made it unnecessary; it is told in the ticket.';

const EVIDENCE = [
  'Tried together with the team; the success criteria hold.',
  'Seen in the figures of the four weeks since.',
  'Rehearsed during the last exercise, with somebody who had not built it.',
];

/**
 * Leads an action through its life by the rules that its service asks.
 *
 * @param until - epoch ms, after which nothing has happened yet
 * @throws Error for a move that the rules would not have let happen
 */
export function liveThroughAction(
  action: Action,
  options: {
    today?: ActionStatus;
    raters: string[];
    until: number;
    random: Random;
  },
): ActionLife {
  const { random, raters, today, until } = options;
  const path = (today && PATHS[today]) ?? [];
  const begun = Date.parse(action.createdAt);
  const due = Date.parse(action.dueDate ?? action.createdAt);
  const life: ActionLife = { action, history: [], ratings: [] };
  for (const [index, to] of path.entries()) {
    const at = begun + ((due - begun) * (index + 1)) / (path.length + 0.5);
    move(life, to, { at: Math.min(at, until), random });
  }
  const { completedAt } = life.action;
  if (completedAt) {
    const at = Math.min(Date.parse(completedAt) + 4 * DAY, until);
    life.ratings = raters
      .filter(() => random.chance(0.55))
      .map(by => ({
        by,
        at: toIso(at),
        score: random.weighted([
          [5, 1],
          [6, 2],
          [7, 4],
          [8, 6],
          [9, 5],
          [10, 2],
        ]),
      }));
  }
  return life;
}

function move(
  life: ActionLife,
  to: ActionStatus,
  { at, random }: { at: number; random: Random },
): void {
  const { action } = life;
  const by = action.owner?.startsWith('user:')
    ? action.owner
    : action.createdBy;
  const when = toIso(Math.floor(at / 60_000) * 60_000);
  const verification = {
    how: random.pick(VERIFICATION_METHODS),
    evidence: random.pick(EVIDENCE),
  };
  const missing = missingForActionTransition(to, {
    action,
    reason: REASON,
    verification,
  });
  if (missing.length > 0) {
    throw new Error(
      `Demo action “${action.title}” cannot become ${to}: ${missing[0].message}`,
    );
  }
  const next = reviseAction(
    action,
    {
      status: to,
      ...(to === 'in-progress' ? { progress: random.pick([20, 40, 60]) } : {}),
      ...(to === 'verified'
        ? { verification: { ...verification, by, at: when } }
        : {}),
      ...(to === 'cancelled' ? { cancelReason: REASON } : {}),
    },
    when,
  );
  life.history.push({
    id: demoId(`${action.id}/${to}`, Date.parse(when)),
    actionId: action.id,
    revision: next.revision,
    at: when,
    by,
    operation: 'moved',
    changes: actionChanges(action, next),
  });
  life.action = next;
}
