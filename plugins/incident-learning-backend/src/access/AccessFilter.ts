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
 * Narrows a query over `reviews` to those that somebody leads or takes part in. They know the review and all that it
 * is about: nobody could lead it, or answer what they are asked, otherwise.
 *
 * @param refs - the person and all that they own things through
 */
export function whereTakingPart<T extends Knex.QueryBuilder>(
  query: T,
  refs: string[],
): T {
  query.where(function takingPart() {
    this.where(function leading() {
      whereAny(this, 'reviews.facilitator', refs);
    }).orWhereIn('reviews.id', function participating() {
      this.select('review_id').from('review_participants');
      whereAny(this, 'entity_ref', refs);
    });
  });
  return query;
}

/**
 * Narrows a query over `incidents` to what the filter allows.
 *
 * @param query - a query whose `incidents` table goes by that name
 */
export function applyAccess<T extends Knex.QueryBuilder>(
  query: T,
  filter: AccessFilter,
): T {
  if (filter.kind !== 'all') {
    query.where(function visible() {
      this.whereNot('incidents.visibility', 'restricted').orWhereIn(
        'incidents.id',
        function known() {
          whereKnown(this, filter);
        },
      );
    });
  }
  return query;
}

/**
 * Narrows a query to what names incidents that the filter allows. It looks at no other incidents than restricted ones,
 * which are few: for a query that reads nothing else of incidents.
 *
 * @param column - the id of an incident, such as `review_incidents.incident_id`
 */
export function whereNotHidden<T extends Knex.QueryBuilder>(
  query: T,
  column: string,
  filter: AccessFilter,
): T {
  if (filter.kind !== 'all') {
    query.whereNotIn(column, function hidden() {
      this.select('hidden.id')
        .from('incidents as hidden')
        .whereRaw("hidden.visibility = 'restricted'")
        .whereNotIn('hidden.id', function known() {
          whereKnown(this, filter);
        });
    });
  }
  return query;
}

/** Has a query read the ids of the restricted incidents that somebody may know of; in the words of their index. */
function whereKnown(
  query: Knex.QueryBuilder,
  { userRef, refs, owned }: Exclude<AccessFilter, { kind: 'all' }>,
): void {
  query
    .select('restricted.id')
    .from('incidents as restricted')
    .whereRaw("restricted.visibility = 'restricted'")
    .where(function concerned() {
      this.where('restricted.created_by', userRef)
        .orWhereIn('restricted.id', function participating() {
          this.select('incident_id').from('incident_participants');
          whereAny(this, 'entity_ref', refs);
        })
        .orWhereIn('restricted.id', function owning() {
          this.select('incident_id').from('incident_entities');
          whereAny(this, 'entity_ref', [...refs, ...owned]);
        })
        .orWhereIn('restricted.id', function reviewing() {
          this.select('review_incidents.incident_id')
            .from('review_incidents')
            .join('reviews', 'reviews.id', 'review_incidents.review_id');
          whereTakingPart(this, refs);
        });
    });
}

/** What everybody may know who may read incidents at all: for what is passed on, or sent to people who do not ask. */
export const EVERYBODY: AccessFilter = {
  kind: 'own-restricted',
  userRef: '',
  refs: [],
  owned: [],
};
