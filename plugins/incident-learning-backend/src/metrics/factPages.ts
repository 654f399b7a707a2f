import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from '../database';

/** better-sqlite3 answers on this thread, so its pages are short; PostgreSQL plans each page anew, so its are long. */
const PAGE_SIZE = { sqlite: 500, postgres: 10_000 };

/** An order that tells each row from the others, and where the last of a page stands in it. */
export interface PageOrder<Row> {
  by: string[];
  last: (row: Row) => (string | number)[];
}

/** What is read page by page, so that memory does not grow with its rows. */
export interface PageSource<Row> extends PageOrder<Row> {
  query: Knex.QueryBuilder;
  pageSize: number;
}

/** How many rows a page has unless said. */
export function pageSizeOf(knex: Knex): number {
  return PAGE_SIZE[isPostgres(knex) ? 'postgres' : 'sqlite'];
}

export function firstPage<Row>({
  query,
  by,
  pageSize,
}: PageSource<Row>): Knex.QueryBuilder {
  // Written out: PostgreSQL plans for a page only where it sees how long it is.
  return query.clone().orderBy(by).limit(pageSize, { skipBinding: true });
}

/**
 * All rows in an order that tells each from the others. Other requests have their turn after each page.
 *
 * @param first - the first page, where it is there already
 */
export async function* pagesOf<Row>(
  source: PageSource<Row>,
  first?: Row[],
): AsyncIterable<Row[]> {
  const { by, last, pageSize } = source;
  const after = `(${by.map(() => '??')}) > (${by.map(() => '?')})`;
  let rows = first ?? ((await firstPage(source)) as Row[]);
  for (;;) {
    if (rows.length > 0) {
      yield rows;
    }
    await setImmediate();
    if (rows.length < pageSize) {
      return;
    }
    rows = (await firstPage(source).whereRaw(after, [
      ...by,
      ...last(rows[rows.length - 1]),
    ])) as Row[];
  }
}
