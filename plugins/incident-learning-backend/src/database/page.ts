import type { Knex } from 'knex';
import { Cursor, decodeCursor, encodeCursor } from './cursor';

/** By which column of which table a list goes. */
export interface PageOrder {
  /** As the request calls it; a cursor belongs to one order alone. */
  sort: string;
  table: string;
  column: string;
  descending: boolean;
  /** Whether every row has a value, so that there is nothing to look for after them. */
  complete?: boolean;
}

/** The order of lists that have no other: by creation, the latest first. */
export function latestFirst(table: string): PageOrder {
  return { sort: '-createdAt', table, column: 'created_at', descending: true };
}

interface PagedRow {
  id: string;
}

/**
 * One page in the order asked for, those without a value last. It starts after a row, not at a number, so that rows
 * added meanwhile neither repeat nor hide any; both halves run over the index of the column.
 */
export async function pageOf<Row extends PagedRow>(
  base: Knex.QueryBuilder,
  order: PageOrder,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ rows: Row[]; nextCursor?: string }> {
  const after = cursor ? decodeCursor(cursor, order.sort) : undefined;
  const rows: Row[] = [];
  if (!after || after.value !== undefined) {
    rows.push(...(await withValue<Row>(base, order, limit + 1, after)));
  }
  if (rows.length <= limit && !order.complete) {
    const start = after && after.value === undefined ? after.id : undefined;
    const missing = limit + 1 - rows.length;
    rows.push(...(await withoutValue<Row>(base, order, missing, start)));
  }
  if (rows.length <= limit) {
    return { rows };
  }
  const last = rows[limit - 1];
  const value = (last as Record<string, unknown>)[order.column];
  return {
    rows: rows.slice(0, limit),
    nextCursor: encodeCursor({
      sort: order.sort,
      value: value === null ? undefined : (value as string | number),
      id: last.id,
    }),
  };
}

function withValue<Row>(
  base: Knex.QueryBuilder,
  { table, column, descending, complete }: PageOrder,
  limit: number,
  after?: Cursor,
): Promise<Row[]> {
  const direction = descending ? 'desc' : 'asc';
  const query = base
    .clone()
    .orderBy([
      { column: `${table}.${column}`, order: direction },
      { column: `${table}.id`, order: direction },
    ])
    .limit(limit);
  if (!complete) {
    query.whereNotNull(`${table}.${column}`);
  }
  if (after) {
    query.whereRaw(`(??, ??) ${descending ? '<' : '>'} (?, ?)`, [
      `${table}.${column}`,
      `${table}.id`,
      after.value as string | number,
      after.id,
    ]);
  }
  return query as unknown as Promise<Row[]>;
}

function withoutValue<Row>(
  base: Knex.QueryBuilder,
  { table, column }: PageOrder,
  limit: number,
  afterId?: string,
): Promise<Row[]> {
  const query = base
    .clone()
    .whereNull(`${table}.${column}`)
    .orderBy(`${table}.id`)
    .limit(limit);
  if (afterId) {
    query.where(`${table}.id`, '>', afterId);
  }
  return query as unknown as Promise<Row[]>;
}

/** How many rows a list has on all its pages. */
export async function countOf(base: Knex.QueryBuilder): Promise<number> {
  const [{ count }] = await base.clone().count('* as count');
  return Number(count);
}
