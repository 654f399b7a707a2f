import { createHash } from 'crypto';
import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import { isPostgres, whereAny } from '../../database';
import { whereWithin } from '../countedIncidents';
import { joined } from './rollupBuckets';
import { ORG, ORG_DAYS, onlyScope, sharedScope } from './rollupSubjects';
import type { RollupRow } from './rollupTables';

/** Some weeks: each part has the rows of one month at most, or so many days. */
const SQLITE_PART_MS = 31 * 86_400_000;

const MONTH_AT_MOST_MS = 32 * 86_400_000;

export type ReadRow = Pick<RollupRow, 'start' | 'incidents' | 'states'>;

export type VersionRow = Pick<RollupRow, 'scope' | 'start' | 'stripe'> & {
  version: number | string;
};

/** Where the rows of a scope are, in which each incident counts once. */
export interface RowSource {
  /** Tells it from all others. */
  name: string;
  /** Whether a bucket has but a few rows. */
  few: boolean;
  rows(knex: Knex, period: Period): Knex.QueryBuilder;
  /** What tells whether buckets are still as they were. */
  versions(knex: Knex, period: Period): Knex.QueryBuilder;
}

/** The organisation's days. */
export const DAYS = sourceOf([ORG_DAYS]);

/** The months of a scope. */
export function monthsOf(scope: ResolvedScope): RowSource {
  if (scope.kind === 'org') {
    return sourceOf([ORG]);
  }
  const { entityRefs } = scope;
  if (entityRefs.length === 1) {
    const [ref] = entityRefs;
    return sourceOf([onlyScope(ref), sharedScope(ref)]);
  }
  const name = createHash('sha256')
    .update(JSON.stringify([...entityRefs].sort()))
    .digest('hex');
  return {
    name,
    few: false,
    rows: (knex, period) => ofEntities(knex, entityRefs, period),
    // Every write to a month changes the organisation's row of it; theirs are too many to look at each time.
    versions: sourceOf([ORG]).versions,
  };
}

function sourceOf(scopes: string[]): RowSource {
  const within = (knex: Knex, period: Period) => {
    const query = knex('metric_rollups').whereIn('scope', scopes);
    whereWithin(query, 'start', period);
    return query;
  };
  return {
    name: scopes.join(),
    few: true,
    rows: (knex, period) =>
      within(knex, period).select('start', 'incidents', 'states'),
    versions: (knex, period) =>
      within(knex, period).select('scope', 'start', 'stripe', 'version'),
  };
}

function ofEntities(
  knex: Knex,
  entityRefs: string[],
  period: Period,
): Knex.QueryBuilder {
  const sets = knex('metric_rollup_sets').select(
    knex.raw(isPostgres(knex) ? "concat('set:', set_id)" : "'set:' || set_id"),
  );
  whereAny(sets, 'entity_ref', entityRefs);
  const query = knex('metric_rollups').where(either => {
    whereAny(either, 'scope', entityRefs.map(onlyScope));
    either.orWhereIn('scope', sets);
  });
  whereWithin(query, 'start', period);
  return query.select('start', 'incidents', 'states');
}

/**
 * The periods in the parts in which they are read: better-sqlite3 answers on this thread, so it reads some buckets at a
 * time; PostgreSQL reads all at once.
 */
export async function partsToRead(
  knex: Knex,
  periods: Period[],
): Promise<Period[]> {
  if (periods.length === 0 || isPostgres(knex)) {
    return joined(periods);
  }
  const filled = await filledPeriod(knex);
  const parts: Period[] = [];
  for (const period of filled ? joined(periods) : []) {
    const from = Math.max(period.from, filled?.from ?? 0);
    const to = Math.min(period.to, filled?.to ?? 0);
    for (let at = from; at < to; at += SQLITE_PART_MS) {
      parts.push({ from: at, to: Math.min(to, at + SQLITE_PART_MS) });
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
