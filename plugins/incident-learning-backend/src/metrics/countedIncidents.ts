import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { applyScope } from '../incidents';
import type { MetricsSelection } from './MetricsStore';

/** A query over the `incidents` that count in a selection. Drills never do. */
export function countedIncidents(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder {
  const query = knex('incidents')
    .where('incidents.drill', false)
    .where('incidents.period_at', '>=', period.from)
    .where('incidents.period_at', '<', period.to);
  return applyScope(applyAccess(query, access), scope);
}
