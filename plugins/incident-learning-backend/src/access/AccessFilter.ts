import type { Knex } from 'knex';

/** Which incidents a caller may reach. Conditional decisions become further kinds of it. */
export type AccessFilter = { kind: 'all' };

/**
 * Narrows a query over `incidents` to what the filter allows.
 *
 * @param query - a query whose `incidents` table goes by that name
 */
export function applyAccess<T extends Knex.QueryBuilder>(
  query: T,
  filter: AccessFilter,
): T {
  switch (filter.kind) {
    case 'all':
      return query;
    default:
      throw new Error(`Unknown access filter ${filter.kind satisfies never}`);
  }
}
