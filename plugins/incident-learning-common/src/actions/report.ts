import { z } from 'zod';
import { PRIORITIES, Priority } from '../lessons/schema';
import { UNDONE_STATUSES } from './transitions';
import { ACTION_STATUSES, Action, ActionStatus } from './schema';

const totalsSchema = z.object({
  total: z.number().int(),
  /** Committed to, whatever became of it; neither ideas nor what was cancelled. */
  committed: z.number().int(),
  /** Completed or verified. */
  completed: z.number().int(),
  inProgress: z.number().int(),
  overdue: z.number().int(),
  /** Of those committed to, the share completed or verified; absent without any. */
  implementationRate: z.number().min(0).max(1).optional(),
});

/** How actions stand: in total, by status, category and priority. @public */
export const actionReportSchema = z
  .object({
    /** The day that overdue is counted on. */
    date: z.iso.date(),
    totals: totalsSchema,
    byStatus: z.array(
      z.object({ status: z.enum(ACTION_STATUSES), count: z.number().int() }),
    ),
    /** The most first; without a category last, which is then absent. */
    byCategory: z.array(
      totalsSchema.extend({ category: z.string().optional() }),
    ),
    byPriority: z.array(totalsSchema.extend({ priority: z.enum(PRIORITIES) })),
    /** By the group that owns them or whose member does, most overdue first; without one last. */
    byTeam: z.array(totalsSchema.extend({ team: z.string().optional() })),
  })
  .meta({ id: 'ActionReport' });

/** @public */
export type ActionReport = z.output<typeof actionReportSchema>;

/** So many actions of one kind. @public */
export interface ActionCount {
  status: ActionStatus;
  priority: Priority;
  category?: string;
  /** The ref of the group that owns them, or whose member does. */
  team?: string;
  overdue: boolean;
  count: number;
}

/** Whether a commitment is late on a day, such as `2024-05-17`. @public */
export function isOverdue(
  { status, dueDate }: Pick<Action, 'status' | 'dueDate'>,
  date: string,
): boolean {
  return (
    (UNDONE_STATUSES as readonly ActionStatus[]).includes(status) &&
    dueDate !== undefined &&
    dueDate < date
  );
}

/** Adds counts of actions up to a report. @public */
export function reportActions(
  counts: ActionCount[],
  date: string,
): ActionReport {
  return {
    date,
    totals: totalsOf(counts),
    byStatus: ACTION_STATUSES.map(status => ({
      status,
      count: sum(counts.filter(count => count.status === status)),
    })),
    byCategory: totalsBy(counts, 'category', ({ total }) => total),
    byPriority: PRIORITIES.map(priority => ({
      priority,
      ...totalsOf(counts.filter(count => count.priority === priority)),
    })),
    byTeam: totalsBy(counts, 'team', ({ overdue }) => overdue),
  };
}

/** Totals for each value of a field, the most first; those without one last. */
function totalsBy<Field extends 'category' | 'team'>(
  counts: ActionCount[],
  field: Field,
  weightOf: (totals: z.output<typeof totalsSchema>) => number,
) {
  const values = [...new Set(counts.map(count => count[field]))];
  return values
    .map(value => ({
      value,
      totals: totalsOf(counts.filter(count => count[field] === value)),
    }))
    .sort(
      (a, b) =>
        Number(a.value === undefined) - Number(b.value === undefined) ||
        weightOf(b.totals) - weightOf(a.totals) ||
        (a.value ?? '').localeCompare(b.value ?? ''),
    )
    .map(({ value, totals }) => ({ [field]: value, ...totals }));
}

function totalsOf(counts: ActionCount[]): z.output<typeof totalsSchema> {
  const of = (...statuses: ActionStatus[]) =>
    sum(counts.filter(({ status }) => statuses.includes(status)));
  const completed = of('completed', 'verified');
  const committed = completed + of('open', 'in-progress');
  return {
    total: sum(counts),
    committed,
    completed,
    inProgress: of('in-progress'),
    overdue: sum(counts.filter(({ overdue }) => overdue)),
    implementationRate: committed > 0 ? completed / committed : undefined,
  };
}

function sum(counts: ActionCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
