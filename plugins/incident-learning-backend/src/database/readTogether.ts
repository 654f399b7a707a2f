import { createHash } from 'crypto';
import { setImmediate } from 'timers/promises';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { isPostgres } from './dialect';

/** Queries by name; the rows of several are told one after another. */
export type Queries<Rows> = {
  [Name in keyof Rows]: Knex.QueryBuilder | Knex.QueryBuilder[];
};

export type RowsRead<Rows> = { [Name in keyof Rows]: Rows[Name][] };

/** Queries that are read together. */
export interface Together<Rows> {
  /** Where it is the same, so are the queries and their values. */
  key: string;
  queries(): Queries<Rows> | Promise<Queries<Rows>>;
}

/** A statement as PostgreSQL is sent it. */
interface Statement {
  names: string[];
  /** To which of these each of its columns belongs. */
  columns: string[];
  sql: string;
  bindings: Knex.RawBinding[];
  /** Of one that is planned once. */
  prepared?: { name: string; sql: string };
}

/** What PostgreSQL says where something between it and this process does not keep prepared statements apart. */
const NOT_PREPARED = ['26000', '42P05'];
let prepares = true;

/** A plan that suits any list is poor for one that is this long. */
const LONG_LIST = 50;

/** Statements of some hundred pages of a dashboard. */
const KEPT_CHARACTERS = 8_000_000;

/**
 * Reads the rows of several queries as of one moment: PostgreSQL in one statement, and so without a transaction and in
 * one round trip; SQLite one after another in a transaction, where others have their turn in between.
 *
 * PostgreSQL tells the rows as JSON: large whole numbers are numbers.
 */
export class TogetherReader {
  // To write out a statement of many parts takes as long as to run it.
  private readonly statements = new LRUCache<string, Statement>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ sql, bindings }, key) =>
      2 * sql.length + JSON.stringify(bindings).length + key.length,
  });

  constructor(private readonly knex: Knex) {}

  async read<Rows extends { [Name in keyof Rows]: object }>(
    together: Together<Rows>,
  ): Promise<RowsRead<Rows>> {
    return isPostgres(this.knex)
      ? this.readAtOnce(together)
      : this.readInTurns(await together.queries());
  }

  private async readAtOnce<Rows>(
    together: Together<Rows>,
  ): Promise<RowsRead<Rows>> {
    const { key } = together;
    let statement = this.statements.get(key);
    if (!statement) {
      statement = writeOut(this.knex, await together.queries());
      this.statements.set(key, statement);
    }
    const row =
      statement.columns.length > 0
        ? await planOnce<Record<string, object[]>>(this.knex, statement)
        : {};
    const read: Record<string, object[]> = {};
    statement.names.forEach(name => {
      read[name] = [];
    });
    statement.columns.forEach((name, index) => {
      read[name] = read[name].concat(row[index]);
    });
    return read as RowsRead<Rows>;
  }

  private async readInTurns<Rows>(
    queries: Queries<Rows>,
  ): Promise<RowsRead<Rows>> {
    const read: Record<string, object[]> = {};
    await this.knex.transaction(async trx => {
      for (const [name, some] of namesAndQueries(queries)) {
        read[name] = [];
        for (const query of some) {
          read[name].push(...(await query.transacting(trx)));
          await setImmediate();
        }
      }
    });
    return read as RowsRead<Rows>;
  }
}

function namesAndQueries<Rows>(
  queries: Queries<Rows>,
): [string, Knex.QueryBuilder[]][] {
  return Object.entries<Knex.QueryBuilder | Knex.QueryBuilder[]>(queries).map(
    ([name, some]) => [name, [some].flat()],
  );
}

function writeOut<Rows>(knex: Knex, queries: Queries<Rows>): Statement {
  const all = namesAndQueries(queries);
  const parts = all.flatMap(([name, some]) =>
    some.map(query => ({ name, query })),
  );
  const { sql, bindings } = knex
    .select(
      parts.map(({ query }, index) =>
        knex.raw(
          "(select coalesce(json_agg(part), '[]') from (?) as part) as ??",
          [query, String(index)],
        ),
      ),
    )
    .toSQL();
  const statement = {
    names: all.map(([name]) => name),
    columns: parts.map(({ name }) => name),
    sql,
    bindings: bindings as Knex.RawBinding[],
  };
  if (bindings.some(one => Array.isArray(one) && one.length >= LONG_LIST)) {
    return statement;
  }
  const text = forAnyValues(sql, bindings);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
  return { ...statement, prepared: { name, sql: text } };
}

/** Lets each connection plan a statement once: one with many parts takes longer to plan than to run. */
async function planOnce<Row>(
  knex: Knex,
  { sql, bindings, prepared }: Statement,
): Promise<Row> {
  if (prepares && prepared) {
    const { name } = prepared;
    try {
      return (await knex.raw(prepared.sql, bindings).options({ name })).rows[0];
    } catch (error) {
      if (!NOT_PREPARED.includes((error as { code?: string }).code ?? '')) {
        throw error;
      }
      prepares = false;
    }
  }
  return (await knex.raw(sql, bindings)).rows[0];
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
