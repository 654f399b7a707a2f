import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database';

/** better-sqlite3 answers on this thread, so it counts slice by slice; PostgreSQL counts at once. */
const SQLITE_SLICE = 1_000;

interface Position {
  period_at: number | string;
  id: string;
}

/** Narrows a query over `incidents` to one slice. */
export type Slice = (query: Knex.QueryBuilder) => Knex.QueryBuilder;

/** How many incidents a slice has; undefined where one slice holds them all. */
export function sliceSize(knex: Knex): number | undefined {
  return isPostgres(knex) ? undefined : SQLITE_SLICE;
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
    .orderBy(['incidents.period_at', 'incidents.id'])
    .select('incidents.period_at', 'incidents.id');
  let after: Position | undefined;
  do {
    const start = after;
    const end: Position | undefined = await beyond(ordered.clone(), start)
      .offset(size - 1)
      .first();
    yield query => upTo(beyond(query, start), end);
    after = end;
    await setImmediate();
  } while (after);
}

function beyond(query: Knex.QueryBuilder, position?: Position) {
  return position
    ? query.whereRaw('(incidents.period_at, incidents.id) > (?, ?)', [
        Number(position.period_at),
        position.id,
      ])
    : query;
}

function upTo(query: Knex.QueryBuilder, position?: Position) {
  return position
    ? query.whereRaw('(incidents.period_at, incidents.id) <= (?, ?)', [
        Number(position.period_at),
        position.id,
      ])
    : query;
}
