import { setImmediate } from 'timers/promises';
import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import { isPostgres, whereAny } from '../../database';
import { ORG, ORG_DAYS, onlyScope, sharedScope } from './rollupSubjects';
import type { RollupRow } from './rollupTables';

/** Some two months. */
const SQLITE_PART_MS = 61 * 86_400_000;

const MONTH_AT_MOST_MS = 32 * 86_400_000;

export type ReadRow = Pick<RollupRow, 'start' | 'incidents' | 'states'>;

/** The rows of a scope in months and days, in which each incident counts once. */
export async function readRollups(
  knex: Knex,
  scope: ResolvedScope,
  { months, days }: { months: Period[]; days: Period[] },
): Promise<ReadRow[]> {
  const ofDays = knex('metric_rollups').where('scope', ORG_DAYS);
  return [
    ...(await within(knex, monthRows(knex, scope), months)),
    ...(await within(knex, ofDays, days)),
  ];
}

function monthRows(knex: Knex, scope: ResolvedScope): Knex.QueryBuilder {
  const query = knex('metric_rollups');
  if (scope.kind === 'org') {
    return query.where('scope', ORG);
  }
  const { entityRefs } = scope;
  if (entityRefs.length === 1) {
    const [ref] = entityRefs;
    return query.whereIn('scope', [onlyScope(ref), sharedScope(ref)]);
  }
  const sets = knex('metric_rollup_sets').select(
    knex.raw(isPostgres(knex) ? "concat('set:', set_id)" : "'set:' || set_id"),
  );
  whereAny(sets, 'entity_ref', entityRefs);
  return query.where(either => {
    whereAny(either, 'scope', entityRefs.map(onlyScope));
    either.orWhereIn('scope', sets);
  });
}

async function within(
  knex: Knex,
  query: Knex.QueryBuilder,
  periods: Period[],
): Promise<ReadRow[]> {
  if (periods.length === 0) {
    return [];
  }
  const rows: ReadRow[] = [];
  for (const part of await partsOf(knex, periods)) {
    const read = query.clone().select('start', 'incidents', 'states');
    rows.push(
      ...(await read.where(either => {
        for (const { from, to } of part) {
          either.orWhere(one =>
            one.where('start', '>=', from).where('start', '<', to),
          );
        }
      })),
    );
    await setImmediate();
  }
  return rows;
}

/** better-sqlite3 answers on this thread, so it reads some buckets at a time; PostgreSQL reads all at once. */
async function partsOf(knex: Knex, periods: Period[]): Promise<Period[][]> {
  if (isPostgres(knex)) {
    return [periods];
  }
  const filled = await filledPeriod(knex);
  const parts: Period[][] = [];
  if (!filled) {
    return parts;
  }
  for (const period of periods) {
    const from = Math.max(period.from, filled.from);
    const to = Math.min(period.to, filled.to);
    for (let at = from; at < to; at += SQLITE_PART_MS) {
      parts.push([{ from: at, to: Math.min(to, at + SQLITE_PART_MS) }]);
    }
  }
  return parts;
}

/** From the first to the last month that has rows: a period of thousands of years is read as fast as what it holds. */
async function filledPeriod(knex: Knex): Promise<Period | undefined> {
  const row = await knex('metric_rollups')
    .where('scope', ORG)
    .min('start as first')
    .max('start as last')
    .first();
  return row?.first === null || row === undefined
    ? undefined
    : { from: Number(row.first), to: Number(row.last) + MONTH_AT_MOST_MS };
}
