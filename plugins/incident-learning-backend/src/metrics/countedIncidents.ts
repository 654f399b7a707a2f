import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';

/** A query over the `incidents` that count in a selection, each once. Drills never do. */
export function countedIncidents(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder {
  const query = knex('incidents');
  whereWithin(query, 'incidents.period_at', period);
  if (scope.kind === 'entities') {
    // By entity and period at once, over one index.
    const named = knex('incident_entities').select('incident_id');
    whereWithin(named, 'period_at', period);
    whereAny(named, 'entity_ref', scope.entityRefs);
    query.whereIn('incidents.id', named);
  }
  return whereCounted(query, access);
}

/** Narrows a query over `incidents` to those that count: no drills, and as far as they may be read. */
export function whereCounted<T extends Knex.QueryBuilder>(
  query: T,
  access: AccessFilter,
): T {
  query.where('incidents.drill', false);
  return applyAccess(query, access);
}

/** Narrows a query to what is within a period. */
export function whereWithin(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: Period,
): void {
  query.where(column, '>=', from).where(column, '<', to);
}
