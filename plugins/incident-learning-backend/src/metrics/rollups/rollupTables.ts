import { randomInt } from 'crypto';
import type { Knex } from 'knex';
import { insertSize, isPostgres } from '../../database';
import type { RollupKey } from './rollupSubjects';

/** A row of `metric_rollups`; see the migration for what each column is. */
export interface RollupRow {
  scope: string;
  start: number | string;
  stripe: number;
  incidents: number;
  states: string;
}

export type RollupState = 'building' | 'ready' | 'stale';

/** The row of `metric_rollup_status`. */
export interface RollupStatusRow {
  fingerprint: string;
  state: RollupState;
  built_to: number | string | null;
  since: number | string;
  checked_at: number | string | null;
  differences: string | null;
}

/** As many as a random number can tell apart. */
const MOST_VERSIONS = 2 ** 48 - 1;
export const STATUS_ID = 'metrics';
const LOCK = "hashtext('incident-learning.rollups')";
/** How many writers of the organisation's rows can write at the same time. */
export const STRIPES = 8;

/** At most one row. */
export function statusQuery(
  knex: Knex,
): Knex.QueryBuilder<object, RollupStatusRow[]> {
  return knex('metric_rollup_status').where({ id: STATUS_ID });
}

export async function statusOf(
  knex: Knex,
): Promise<RollupStatusRow | undefined> {
  return statusQuery(knex).first();
}

/** Whether figures can be read from the rollups. */
export function isReady(
  status: RollupStatusRow | undefined,
  fingerprint: string,
): boolean {
  return status?.state === 'ready' && status.fingerprint === fingerprint;
}

/**
 * Until the transaction ends, no builder moves on: what a writer finds built stays so. Writers do not wait for one
 * another here.
 */
export async function lockForWriting(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(`select pg_advisory_xact_lock_shared(${LOCK})`);
  }
}

/** Until the transaction ends, no writer gets as far as the rollups. */
export async function lockForBuilding(trx: Knex): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(`select pg_advisory_xact_lock(${LOCK})`);
  }
}

/** The first stripe that nobody else is writing to; where all are taken, a writer has to wait for one. */
export async function takeStripe(trx: Knex): Promise<number> {
  if (!isPostgres(trx)) {
    return 0;
  }
  const { rows } = await trx.raw(
    `select stripe from generate_series(0, ?) as stripe
     where pg_try_advisory_xact_lock(${LOCK}, stripe) limit 1`,
    [STRIPES - 1],
  );
  return rows.length > 0
    ? Number(rows[0].stripe)
    : Math.floor(Math.random() * STRIPES);
}

/** Rows of given keys and stripes. */
export interface RowSelection extends RollupKey {
  /** One, or all of them. */
  stripe?: number;
}

/**
 * The rows as they stand. On PostgreSQL they are made where missing and locked, always in the order of their keys, so
 * that two writers never wait for each other.
 */
export async function lockRows(
  trx: Knex,
  selections: RowSelection[],
): Promise<RollupRow[]> {
  if (!isPostgres(trx)) {
    return selectRows(trx, selections);
  }
  const columns = [
    selections.map(({ scope }) => scope),
    selections.map(({ start }) => start),
    selections.map(({ stripe }) => stripe ?? 0),
    selections.map(({ stripe }) => stripe === undefined),
  ];
  const wanted = `unnest(?::text[], ?::bigint[], ?::smallint[], ?::boolean[])
    as wanted(scope, start, stripe, every)`;
  await trx.raw(
    `insert into metric_rollups (scope, start, stripe, incidents, states)
     select scope, start, stripe, 0, '{}' from ${wanted}
     order by scope collate "C", start, stripe
     on conflict do nothing`,
    columns,
  );
  const { rows } = await trx.raw(
    `select rollup.* from metric_rollups as rollup join ${wanted}
     on rollup.scope = wanted.scope and rollup.start = wanted.start
       and (wanted.every or rollup.stripe = wanted.stripe)
     order by rollup.scope, rollup.start, rollup.stripe
     for update of rollup`,
    columns,
  );
  return rows;
}

/** SQLite has one writer, and so one stripe. */
async function selectRows(
  trx: Knex,
  selections: RowSelection[],
): Promise<RollupRow[]> {
  return trx.raw(
    `select rollup.* from json_each(?) as wanted
     join metric_rollups as rollup
       on rollup.scope = json_extract(wanted.value, '$[0]')
       and rollup.start = json_extract(wanted.value, '$[1]')`,
    [JSON.stringify(selections.map(({ scope, start }) => [scope, start]))],
  );
}

/** A row of `metric_changes`. */
export interface ChangeRow {
  stripe: number;
  version: number | string;
}

/** One row for each stripe. */
export function changesQuery(
  knex: Knex,
): Knex.QueryBuilder<object, ChangeRow[]> {
  return knex('metric_changes');
}

/** Says that something has changed that is in no rollup, though figures rest on it. */
export async function writeChange(trx: Knex): Promise<void> {
  const stripe = await takeStripe(trx);
  await changesQuery(trx)
    .insert({ stripe, version: newVersion() })
    .onConflict('stripe')
    .merge();
}

function newVersion(): number {
  return randomInt(MOST_VERSIONS);
}

/** Writes rows, whether they are there or not. */
export async function writeRows(trx: Knex, rows: RollupRow[]): Promise<void> {
  const size = insertSize(trx, 6);
  const version = newVersion();
  for (let at = 0; at < rows.length; at += size) {
    await trx('metric_rollups')
      .insert(rows.slice(at, at + size).map(row => ({ ...row, version })))
      .onConflict(['scope', 'start', 'stripe'])
      .merge(['incidents', 'states', 'version']);
  }
}

/** Says which entities are behind sets. */
export async function writeSets(
  trx: Knex,
  sets: { set_id: string; entity_ref: string }[],
): Promise<void> {
  const size = insertSize(trx, 2);
  for (let at = 0; at < sets.length; at += size) {
    await trx('metric_rollup_sets')
      .insert(sets.slice(at, at + size))
      .onConflict(['entity_ref', 'set_id'])
      .ignore();
  }
}
