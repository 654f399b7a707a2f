import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';

/** A query over the `incidents` that count in a selection, each once. Drills never do. */
export function countedIncidents(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder {
  return countedWithin(knex, { scope, access, periods: [period] });
}

/** The same of several periods, at least one, which do not overlap. */
export function countedWithin(
  knex: Knex,
  {
    scope,
    periods,
    access,
  }: Omit<MetricsSelection, 'period'> & { periods: Period[] },
): Knex.QueryBuilder {
  const query = knex('incidents').where('incidents.drill', false);
  whereWithin(query, 'incidents.period_at', periods);
  if (scope.kind === 'entities') {
    // By entity and period at once, over one index.
    const named = knex('incident_entities').select('incident_id');
    whereWithin(named, 'period_at', periods);
    whereAny(named, 'entity_ref', scope.entityRefs);
    query.whereIn('incidents.id', named);
  }
  return applyAccess(query, access);
}

/** Narrows a query to what is within one of some periods. */
export function whereWithin(
  query: Knex.QueryBuilder,
  column: string,
  periods: Period[],
): void {
  query.where(any => {
    for (const { from, to } of periods) {
      any.orWhere(one => one.where(column, '>=', from).where(column, '<', to));
    }
  });
}
