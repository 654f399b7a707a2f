import type { Knex } from 'knex';
import { whereAny } from '../database';

/**
 * Which incidents a caller may reach: all, or all but the restricted ones that are none of theirs. Conditional
 * decisions become further kinds of it.
 */
export type AccessFilter =
  | { kind: 'all' }
  | {
      kind: 'own-restricted';
      userRef: string;
      /** The caller and all that they own things through, such as their groups. */
      refs: string[];
      /** The entities that these own. */
      owned: string[];
    };

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
    case 'own-restricted':
      query.where(function visible() {
        this.whereNot('incidents.visibility', 'restricted')
          .orWhere('incidents.created_by', filter.userRef)
          .orWhereIn('incidents.id', function participating() {
            this.select('incident_id').from('incident_participants');
            whereAny(this, 'entity_ref', filter.refs);
          })
          .orWhereIn('incidents.id', function owning() {
            this.select('incident_id').from('incident_entities');
            whereAny(this, 'entity_ref', [...filter.refs, ...filter.owned]);
          });
      });
      return query;
    default:
      throw new Error(`Unknown access filter ${filter satisfies never}`);
  }
}
