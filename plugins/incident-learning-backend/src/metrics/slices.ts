import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';

/** better-sqlite3 answers on this thread, so it counts slice by slice; PostgreSQL counts at once. */
const SQLITE_SLICE = 1_000;

interface Position {
  period_at: number | string;
  id: string;
}

/** Where a slice is cut: by period, then by incident. */
type Cut = readonly [periodAt: string, id: string];

const OF_INCIDENTS: Cut = ['incidents.period_at', 'incidents.id'];

/** Narrows a query over `incidents` to one slice, or one over another table that says the same of them. */
export type Slice = (query: Knex.QueryBuilder, cut?: Cut) => Knex.QueryBuilder;

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

/**
 * Cuts incidents into slices by their period, so that counting them lets other requests have their turn in between.
 *
 * @param incidents - a query over `incidents` without columns and order
 * @param size - of a slice; one slice unless given
 */
export async function* slicesOf(
  incidents: Knex.QueryBuilder,
  size: number | undefined,
): AsyncIterable<Slice> {
  if (size === undefined) {
    yield query => query;
    return;
  }
  const ordered = incidents
    .clone()
    .orderBy([...OF_INCIDENTS])
    .select([...OF_INCIDENTS]);
  let after: Position | undefined;
  do {
    const start = after;
    const end: Position | undefined = await beyond(
      ordered.clone(),
      OF_INCIDENTS,
      start,
    )
      .offset(size - 1)
      .first();
    yield (query, cut = OF_INCIDENTS) =>
      upTo(beyond(query, cut, start), cut, end);
    after = end;
    await setImmediate();
  } while (after);
}

function beyond(query: Knex.QueryBuilder, cut: Cut, position?: Position) {
  return position
    ? query.whereRaw('(??, ??) > (?, ?)', [
        ...cut,
        Number(position.period_at),
        position.id,
      ])
    : query;
}

function upTo(query: Knex.QueryBuilder, cut: Cut, position?: Position) {
  return position
    ? query.whereRaw('(??, ??) <= (?, ?)', [
        ...cut,
        Number(position.period_at),
        position.id,
      ])
    : query;
}
