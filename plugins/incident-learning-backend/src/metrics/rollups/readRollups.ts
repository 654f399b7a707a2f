import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { ResolvedScope } from '../../catalog';
import { isPostgres, whereAny } from '../../database';
import { ORG, ORG_DAYS, onlyScope, sharedScope } from './rollupSubjects';
import type { RollupRow } from './rollupTables';

export type ReadRow = Pick<RollupRow, 'start' | 'incidents' | 'states'>;

/** The rows of a scope in months and days, in which each incident counts once. */
export async function readRollups(
  knex: Knex,
  scope: ResolvedScope,
  { months, days }: { months: Period[]; days: Period[] },
): Promise<ReadRow[]> {
  const ofDays = knex('metric_rollups').where('scope', ORG_DAYS);
  return [
    ...(await within(monthRows(knex, scope), months)),
    ...(await within(ofDays, days)),
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
  query: Knex.QueryBuilder,
  periods: Period[],
): Promise<ReadRow[]> {
  if (periods.length === 0) {
    return [];
  }
  return query.select('start', 'incidents', 'states').where(either => {
    for (const { from, to } of periods) {
      either.orWhere(one =>
        one.where('start', '>=', from).where('start', '<', to),
      );
    }
  });
}
