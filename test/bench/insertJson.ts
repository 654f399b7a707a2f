import type { Knex } from 'knex';

/** So many rows go into one statement. */
export const BATCH = 2_000;

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Inserts rows of equal columns, which the database reads from JSON. */
export async function insertJson(
  knex: Knex,
  table: string,
  rows: object[],
): Promise<void> {
  const columns = Object.keys(rows[0]);
  if (isPostgres(knex)) {
    await knex.raw(
      `insert into ?? (${columns.map(() => '??').join(', ')})
       select ${columns.map(() => '??').join(', ')}
       from json_populate_recordset(null::??, ?::json)`,
      [table, ...columns, ...columns, table, JSON.stringify(rows)],
    );
    return;
  }
  await knex.raw(
    `insert into ?? (${columns.map(() => '??').join(', ')})
     select ${columns.map(() => 'json_extract(value, ?)').join(', ')}
     from json_each(?)`,
    [
      table,
      ...columns,
      ...columns.map(column => `$.${column}`),
      JSON.stringify(rows),
    ],
  );
}
