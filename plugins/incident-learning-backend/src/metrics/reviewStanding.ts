import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { whereWithin } from './countedIncidents';

/** Of an incident of an outer query: nothing without a published review, 2 with one that found a root cause, else 1. */
export function reviewStanding(knex: Knex): Knex.QueryBuilder {
  return standing(knex, knex('review_incidents'));
}

/** The same of all incidents of a period at once, as `standing` by `incident_id`. */
export function reviewStandings(knex: Knex, period: Period): Knex.QueryBuilder {
  const query = knex('incidents')
    .where('incidents.drill', false)
    .crossJoin(knex.raw('review_incidents'));
  whereWithin(query, 'incidents.period_at', period);
  return standing(knex, query)
    .groupBy('incidents.id')
    .select('incidents.id as incident_id');
}

function standing(knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return (
    query
      // Cross joins, since SQLite would otherwise begin with all reviews.
      .crossJoin(knex.raw('reviews'))
      .whereRaw('review_incidents.incident_id = incidents.id')
      .whereRaw('reviews.id = review_incidents.review_id')
      .whereNotNull('reviews.published_version')
      // Written so that PostgreSQL looks it up: as `exists`, it would first read all causes there are.
      .select(
        knex.raw(
          `max(case when (
             select 1 from published_causes
             where published_causes.review_id = review_incidents.review_id limit 1
           ) is null then 1 else 2 end) as standing`,
        ),
      )
  );
}
