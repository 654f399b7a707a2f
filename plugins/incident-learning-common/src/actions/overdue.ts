import { z } from 'zod';
import { boundarySchema, scopeSchema } from '../http/query';
import { isOverdue } from './report';
import type { Action } from './schema';
import { UNDONE_STATUSES } from './transitions';
import type { ActionChange } from './work';

/** @public */
export const overdueQuerySchema = z.object({
  /** For a group, what it and its child groups had committed to. */
  scope: scopeSchema.default('org'),
  interval: z.enum(['week', 'month']).default('week'),
  /** The period's start, inclusive; 182 days before its end for weeks, 730 for months, unless said. */
  from: boundarySchema,
  /** The period's end, exclusive; now unless said, and at most now. */
  to: boundarySchema,
  format: z.enum(['json', 'csv']).default('json'),
});

const point = {
  /** When the week or month begins. */
  start: z.iso.datetime(),
  /** When it was counted: at its end, or now for the one under way. */
  at: z.iso.datetime(),
  /** Commitments with a due date that were neither done nor cancelled then. */
  n: z.number().int(),
  /** Those of them whose due date had passed. */
  overdue: z.number().int(),
};

const teamPointSchema = z.object({
  ...point,
  /** Of the overdue ones, those that the group itself owned rather than a child group. */
  own: z.number().int(),
});

/**
 * How many commitments were overdue at the end of each week or month, by the history of the actions. A week or month at
 * whose end nothing was committed to is absent.
 *
 * @public
 */
export const overdueReportSchema = z
  .object({
    scope: z.string(),
    from: z.string(),
    to: z.string(),
    interval: overdueQuerySchema.shape.interval,
    /** In which weeks and months begin. */
    timeZone: z.string(),
    definition: z.string(),
    series: z.array(z.object(point)),
    /**
     * By the group that owned them then, or whose member did, each with its child groups: the one with most overdue at
     * the end first, without a group last. An action counts for its group and for all above it.
     */
    teams: z.array(
      z.object({
        team: z.string().optional(),
        series: z.array(teamPointSchema),
      }),
    ),
  })
  .meta({ id: 'OverdueReport' });

/** @public */
export type OverdueQuery = z.output<typeof overdueQuerySchema>;
/** @public */
export type OverdueReport = z.output<typeof overdueReportSchema>;

/** What an overdue action is, in words. @public */
export const OVERDUE_DEFINITION =
  'Commitments that were neither done nor cancelled at the end of the week or month though their due date, as it stood then, had passed; of the group that owned them then, with its child groups';

/** What decides whether an action is overdue, and who is to do it. @public */
export type ActionStanding = Pick<Action, 'status' | 'dueDate' | 'owner'>;

/** An action as it stands, and what changed of it. @public */
export interface ActionPast {
  id: string;
  /** Epoch milliseconds. */
  createdAt: number;
  now: ActionStanding;
  /** The latest first, with their times in epoch milliseconds. */
  changes: { at: number; changes: ActionChange['changes'] }[];
}

/** A moment at which actions are counted. @public */
export interface CountingMoment {
  /** Where the bucket begins that it ends, in epoch milliseconds. */
  start: number;
  /** What has happened before it counts; epoch milliseconds. */
  at: number;
  /** The day that it is then, such as `2024-05-17`. */
  date: string;
}

const DECIDING: (keyof ActionStanding)[] = ['status', 'dueDate', 'owner'];

/**
 * How an action stood at moments, by undoing what changed later.
 *
 * @param moments - the earliest first
 * @returns one for each moment; undefined where the action did not exist yet
 * @public
 */
export function standingsAt(
  { createdAt, now, changes }: ActionPast,
  moments: Pick<CountingMoment, 'at'>[],
): (ActionStanding | undefined)[] {
  const standings: (ActionStanding | undefined)[] = [];
  let standing = now;
  let undone = 0;
  for (const { at } of [...moments].reverse()) {
    for (; undone < changes.length && changes[undone].at >= at; undone++) {
      standing = before(standing, changes[undone].changes);
    }
    standings.push(createdAt < at ? standing : undefined);
  }
  return standings.reverse();
}

function before(
  standing: ActionStanding,
  changes: ActionChange['changes'],
): ActionStanding {
  const deciding = changes.filter(({ path }) =>
    (DECIDING as string[]).includes(path),
  );
  return {
    ...standing,
    ...Object.fromEntries(deciding.map(({ path, from }) => [path, from])),
  };
}

interface Count {
  n: number;
  overdue: number;
  own: number;
}

/**
 * Counts actions at moments: in all, and by group.
 *
 * @param moments - the earliest first
 * @public
 */
export function foldOverdue(moments: CountingMoment[]) {
  const all = moments.map(none);
  const byTeam = new Map<string | undefined, Count[]>();
  const countsOf = (team: string | undefined) => {
    const counts = byTeam.get(team) ?? moments.map(none);
    byTeam.set(team, counts);
    return counts;
  };
  return {
    /** @param groupsOf - the group behind an owner of this action, then all above it; empty where there is none */
    add(
      past: ActionPast,
      groupsOf: (owner: string | undefined) => string[],
    ): void {
      standingsAt(past, moments).forEach((standing, i) => {
        if (!standing || !isCommitment(standing)) {
          return;
        }
        const overdue = isOverdue(standing, moments[i].date) ? 1 : 0;
        const groups = groupsOf(standing.owner);
        const teams = groups.length > 0 ? [...new Set(groups)] : [undefined];
        addTo(all[i], overdue, 0);
        teams.forEach((team, level) =>
          addTo(countsOf(team)[i], overdue, level === 0 ? overdue : 0),
        );
      });
    },
    read(): Pick<OverdueReport, 'series' | 'teams'> {
      return {
        series: seriesOf(moments, all).map(({ own: _, ...rest }) => rest),
        teams: [...byTeam].sort(mostOverdueFirst).map(([team, counts]) => ({
          team,
          series: seriesOf(moments, counts),
        })),
      };
    },
  };
}

function none(): Count {
  return { n: 0, overdue: 0, own: 0 };
}

function addTo(count: Count, overdue: number, own: number): void {
  count.n += 1;
  count.overdue += overdue;
  count.own += own;
}

function isCommitment({ status, dueDate }: ActionStanding): boolean {
  return (
    dueDate !== undefined &&
    (UNDONE_STATUSES as readonly string[]).includes(status)
  );
}

function seriesOf(moments: CountingMoment[], counts: Count[]) {
  return moments.flatMap(({ start, at }, i) =>
    counts[i].n > 0
      ? [
          {
            start: new Date(start).toISOString(),
            at: new Date(at).toISOString(),
            ...counts[i],
          },
        ]
      : [],
  );
}

function mostOverdueFirst(
  [a, countsA]: [string | undefined, Count[]],
  [b, countsB]: [string | undefined, Count[]],
): number {
  const last = (counts: Count[]) => counts[counts.length - 1]?.overdue ?? 0;
  return (
    Number(a === undefined) - Number(b === undefined) ||
    last(countsB) - last(countsA) ||
    (a ?? '').localeCompare(b ?? '')
  );
}
