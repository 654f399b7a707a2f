import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';

/** better-sqlite3 answers on this thread, so it counts slice by slice; PostgreSQL counts at once. */
const SQLITE_SLICE = 1_000;

/** How many incidents a slice has; undefined where one slice holds them all. */
export function sliceSize(knex: Knex): number | undefined {
  return isPostgres(knex) ? undefined : SQLITE_SLICE;
}

/**
 * Cuts a selection by its period, so that counting its incidents lets other requests have their turn in between. SQLite
 * is given no other bounds than those of a slice: of several it takes any, and may go through all of the period each time.
 *
 * @param size - how many incidents a slice has, or more where some of one moment follow; one slice unless given
 */
export async function* selectionSlices(
  knex: Knex,
  selection: MetricsSelection,
  size: number | undefined,
): AsyncIterable<MetricsSelection> {
  if (size === undefined) {
    yield selection;
    return;
  }
  const { to } = selection.period;
  let { from } = selection.period;
  while (from < to) {
    const rest = { ...selection, period: { from, to } };
    const last: { period_at: number | string } | undefined =
      await countedIncidents(knex, rest)
        .orderBy('incidents.period_at')
        .offset(size - 1)
        .first('incidents.period_at');
    const end = last ? Number(last.period_at) + 1 : to;
    yield { ...selection, period: { from, to: end } };
    from = end;
    await setImmediate();
  }
}
