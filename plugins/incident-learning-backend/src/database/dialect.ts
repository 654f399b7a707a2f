import type { Knex } from 'knex';

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** How many rows one insert may carry: SQLite stops at 500 terms, both at a number of bindings. */
export function insertSize(knex: Knex, columns: number): number {
  return isPostgres(knex)
    ? Math.floor(60_000 / columns)
    : Math.min(400, Math.floor(30_000 / columns));
}

/** Inserts rows of equal columns, in as few statements as the database takes. */
export async function insertRows<T extends object>(
  knex: Knex,
  table: string,
  rows: T[],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const size = insertSize(knex, Object.keys(rows[0]).length);
  for (let start = 0; start < rows.length; start += size) {
    await knex(table).insert(rows.slice(start, start + size));
  }
}

/** `column in (values)` for lists of any length, as one binding. */
export function whereAny(
  query: Knex.QueryBuilder,
  column: string,
  values: string[],
): void {
  whereOneOf(query, { postgres: '??', sqlite: '??' }, column, values);
}

/** The same for rows that another index has found: each is compared, and none is looked up by all of the values. */
export function whereAmong(
  query: Knex.QueryBuilder,
  column: string,
  values: string[],
): void {
  whereOneOf(query, { postgres: "?? || ''", sqlite: '+??' }, column, values);
}

function whereOneOf(
  query: Knex.QueryBuilder,
  compared: { postgres: string; sqlite: string },
  column: string,
  values: string[],
): void {
  const { client } = query as unknown as { client: Knex.Client };
  if (client.config.client === 'pg') {
    query.whereRaw(`${compared.postgres} = any(?)`, [
      column,
      client.raw('?::text[]', [values]) as Knex.Raw,
    ]);
  } else {
    query.whereRaw(`${compared.sqlite} in (select value from json_each(?))`, [
      column,
      JSON.stringify(values),
    ]);
  }
}

/** Whether the database refused the data itself, rather than being out of reach or out of order. */
export function isDataError(error: unknown): boolean {
  const { code } = error as { code?: string };
  return /^(22|23|54)...$|^SQLITE_(CONSTRAINT|TOOBIG|MISMATCH|RANGE)/.test(
    code ?? '',
  );
}

/** Whether an error comes from the database: its words, the statement among them, are for the log alone. */
export function isDatabaseError(error: unknown): boolean {
  const { code = '', name = '' } = error as { code?: string; name?: string };
  return (
    /^(?=.*\d)[0-9A-Z]{5}$|^SQLITE_|^ECONN/.test(String(code)) ||
    name === 'KnexTimeoutError'
  );
}

/** PostgreSQL can store neither U+0000 nor half of a surrogate pair. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A text to store that may be absent. */
export function optionalText(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text);
}
