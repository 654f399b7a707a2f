import type { Period } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { MetricsSelection } from '../MetricsStore';
import { countedIncidents, whereWithin } from '../countedIncidents';
import {
  ReviewFactRow,
  publishedReviews,
  selectReviewFacts,
} from '../reviewFacts';
import { RolledUpRow, selectRolledUp } from './rolledUpRows';
import { joined } from './rollupBuckets';
import {
  FactRules,
  areDatesRolledUp,
  rolledUpReviews,
  whereRolledUp,
} from './rollupSubjects';

/** What is read beside rollups. */
export interface EdgeRows {
  /** Rolled up, at the edges of periods. */
  incidents: RolledUpRow;
  publications: ReviewFactRow;
  /** Not rolled up, of the whole selection: what only some may know of, for one. */
  leftOut: RolledUpRow;
  leftOutPublications: ReviewFactRow;
}

export interface EdgeOptions {
  selection: MetricsSelection;
  /** Parts of buckets; those of two periods can be the same. */
  edges: Period[];
  rules: FactRules;
}

/** Queries for what rollups leave out, and for what the buckets at the edges of periods hold beyond these. */
export function edgeQueries(
  knex: Knex,
  options: EdgeOptions,
): { [Name in keyof EdgeRows]: Knex.QueryBuilder[] } {
  const { selection, rules } = options;
  // One query each: PostgreSQL finds one range over an index, and looks through all where it is one of several.
  const edges = joined(options.edges);
  const dates = areDatesRolledUp(rules) ? [] : [coarseDates(knex, selection)];
  return {
    incidents: edges.map(edge => incidentsAt(knex, edge, options)),
    publications: edges.map(edge => publicationsAt(knex, edge, selection)),
    leftOut: [restricted(knex, selection), ...dates].map(query =>
      selectRolledUp(knex, query),
    ),
    leftOutPublications: [publicationsOfRestricted(knex, selection)],
  };
}

function incidentsAt(
  knex: Knex,
  period: Period,
  { selection: { scope }, rules }: EdgeOptions,
): Knex.QueryBuilder {
  const access = { kind: 'all' } as const;
  const counted = countedIncidents(knex, { scope, access, period });
  return selectRolledUp(knex, whereRolledUp(counted, rules));
}

function publicationsAt(
  knex: Knex,
  period: Period,
  { scope }: MetricsSelection,
): Knex.QueryBuilder {
  const query = rolledUpReviews(knex, scope);
  whereWithin(query, 'review_reports.published_at', period);
  return selectReviewFacts(knex, query, { kind: 'all' });
}

/** Who may know of these depends on who asks. */
function restricted(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  return countedIncidents(knex, selection).whereIn(
    'incidents.id',
    restrictedIncidents(knex).select('restricted.id'),
  );
}

/** A query of its own, since SQLite would otherwise look at all incidents of the period; in the words of its index. */
function restrictedIncidents(knex: Knex): Knex.QueryBuilder {
  return knex('incidents as restricted').whereRaw(
    "restricted.visibility = 'restricted'",
  );
}

/** In other time zones than UTC. */
function coarseDates(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  return countedIncidents(knex, { ...selection, access: { kind: 'all' } })
    .where('incidents.visibility', 'internal')
    .whereNot('incidents.period_precision', 'exact');
}

function publicationsOfRestricted(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  const linked = restrictedIncidents(knex)
    .join('review_incidents', 'review_incidents.incident_id', 'restricted.id')
    .select('review_incidents.review_id');
  return selectReviewFacts(
    knex,
    publishedReviews(knex, selection).whereIn(
      'review_reports.review_id',
      linked,
    ),
    selection.access,
  );
}
