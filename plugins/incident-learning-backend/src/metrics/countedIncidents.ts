import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';

/** A query over the `incidents` that count in a selection, each once. Drills never do. */
export function countedIncidents(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder {
  const query = knex('incidents')
    .where('incidents.drill', false)
    .where('incidents.period_at', '>=', period.from)
    .where('incidents.period_at', '<', period.to);
  if (scope.kind === 'entities') {
    // By entity and period at once, over one index.
    const named = knex('incident_entities')
      .select('incident_id')
      .where('period_at', '>=', period.from)
      .where('period_at', '<', period.to);
    whereAny(named, 'entity_ref', scope.entityRefs);
    query.whereIn('incidents.id', named);
  }
  return applyAccess(query, access);
}
