import { createHash } from 'crypto';
import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** Queries by name; the rows of several are told one after another. */
export type Queries<Rows> = {
  [Name in keyof Rows]: Knex.QueryBuilder | Knex.QueryBuilder[];
};

export type RowsRead<Rows> = { [Name in keyof Rows]: Rows[Name][] };

/**
 * Reads the rows of several queries as of one moment: PostgreSQL in one statement, and so without a transaction and in
 * one round trip; SQLite one after another in a transaction, where others have their turn in between.
 *
 * PostgreSQL tells the rows as JSON: large whole numbers are numbers.
 */
export async function readTogether<
  Rows extends { [Name in keyof Rows]: object },
>(knex: Knex, queries: Queries<Rows>): Promise<RowsRead<Rows>> {
  const all = Object.entries<Knex.QueryBuilder | Knex.QueryBuilder[]>(
    queries,
  ).flatMap(([name, some]) => [some].flat().map(query => ({ name, query })));
  const read: Record<string, object[]> = {};
  const add = (name: string, rows: object[]) => {
    read[name] = (read[name] ?? []).concat(rows);
  };
  Object.keys(queries).forEach(name => add(name, []));
  if (isPostgres(knex)) {
    const [row]: Record<string, object[]>[] = await planOnce(
      knex,
      knex.select(
        all.map(({ query }, index) =>
          knex.raw(
            "(select coalesce(json_agg(part), '[]') from (?) as part) as ??",
            [query, String(index)],
          ),
        ),
      ),
    );
    all.forEach(({ name }, index) => add(name, row[index]));
  } else {
    await knex.transaction(async trx => {
      for (const { name, query } of all) {
        add(name, await query.transacting(trx));
        await setImmediate();
      }
    });
  }
  return read as RowsRead<Rows>;
}

/** What PostgreSQL says where something between it and this process does not keep prepared statements apart. */
const NOT_PREPARED = ['26000', '42P05'];
let prepares = true;

/** A plan that suits any list is poor for one that is this long. */
const LONG_LIST = 50;

/** Lets each connection plan a statement once: one with many parts takes longer to plan than to run. */
async function planOnce<Row>(
  knex: Knex,
  statement: Knex.QueryBuilder,
): Promise<Row[]> {
  // Written out once: of one with many parts, that takes its time, too.
  const { sql, bindings } = statement.toSQL();
  const run = async (text: string, options: object) =>
    (await knex.raw(text, bindings as Knex.RawBinding[]).options(options)).rows;
  const long = bindings.some(
    one => Array.isArray(one) && one.length >= LONG_LIST,
  );
  if (!prepares || long) {
    return run(sql, {});
  }
  const text = forAnyValues(sql, bindings);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
  try {
    return await run(text, { name });
  } catch (error) {
    if (!NOT_PREPARED.includes((error as { code?: string }).code ?? '')) {
      throw error;
    }
    prepares = false;
    return run(sql, {});
  }
}

/**
 * Hides the values from the planner. Where it sees that a plan for these very values would cost less than one for any,
 * PostgreSQL plans anew each time.
 */
function forAnyValues(sql: string, bindings: readonly unknown[]): string {
  let at = 0;
  return sql.replace(/\\\?|\?/g, mark =>
    mark === '?' ? `(select ?::${typeOf(bindings[at++])})` : mark,
  );
}

function typeOf(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'bigint' : 'double precision';
    case 'boolean':
      return 'boolean';
    default:
      return Array.isArray(value) ? 'text[]' : 'text';
  }
}

/** The values of a column as one JSON array; nothing where there are none. */
export function arrayOf(knex: Knex, column: string): Knex.Raw {
  return knex.raw(
    isPostgres(knex) ? 'json_agg(??)' : "nullif(json_group_array(??), '[]')",
    [column],
  );
}

/** Reads what `arrayOf` told: PostgreSQL has it parsed. */
export function readArray<T>(told: T[] | string | null): T[] {
  return typeof told === 'string' ? (JSON.parse(told) as T[]) : told ?? [];
}
