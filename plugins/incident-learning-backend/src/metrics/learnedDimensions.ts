import type {
  Breakdown,
  FactKind,
  MetricFacts,
  WorkCalendar,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import { arrayOf, isPostgres } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { whereCounted } from './countedIncidents';
import type { FactRows } from './factOrders';
import {
  commitmentFactOf,
  committedActions,
  givenRatings,
  learnedIncidents,
  lessonFactOf,
  ratingFactOf,
} from './improvementFacts';
import {
  countedOfReview,
  publishedReviews,
  reviewFactOf,
  selectReviewFacts,
} from './reviewFacts';

/** What reviews brought about, as against the incidents themselves. */
export type LearnedKind = Exclude<FactKind, 'incident'>;

/** How facts of one kind are read with what they are broken down by. */
export interface LearnedSource<Row, Fact> {
  query: Knex.QueryBuilder;
  factOf: (row: Row) => Fact;
  /** Arrays in the words of `arrayOf`, whose values together are what a row is broken down by. */
  of: (Knex.QueryBuilder | Knex.Raw)[];
}

type LearnedSources = {
  [Kind in LearnedKind]: () => LearnedSource<FactRows[Kind], MetricFacts[Kind]>;
};

/** The columns by which incidents are broken down. */
const COLUMN = {
  severity: 'incidents.severity',
  category: 'incidents.category',
  team: 'incident_entities.entity_ref',
} as const;

export function learnedSources(
  knex: Knex,
  by: Breakdown,
  selection: MetricsSelection,
  calendar: WorkCalendar,
): LearnedSources {
  const { access } = selection;
  // What an action says of itself goes before what its incidents are.
  const own = { team: 'actions.owning_group', category: 'actions.category' };
  const ofAction =
    by === 'severity'
      ? behindAction(knex, access).map(query => dimension(knex, by, query))
      : [onlyOf(knex, own[by])];
  return {
    publication: () => ({
      query: selectReviewFacts(knex, publishedReviews(knex, selection), access),
      factOf: row => reviewFactOf(row, calendar),
      of: [
        dimension(
          knex,
          by,
          countedOfReview(knex, 'review_reports.review_id', access),
        ),
      ],
    }),
    commitment: () => ({
      query: committedActions(knex, selection),
      factOf: commitmentFactOf,
      of: ofAction,
    }),
    rating: () => ({
      query: givenRatings(knex, selection),
      factOf: ratingFactOf,
      of: ofAction,
    }),
    lesson: () => ({
      query: learnedIncidents(knex, selection),
      factOf: lessonFactOf,
      of: [
        by === 'team'
          ? knex('incident_entities')
              .whereRaw('incident_entities.incident_id = incidents.id')
              .select(arrayOf(knex, COLUMN.team))
          : onlyOf(knex, COLUMN[by]),
      ],
    }),
  };
}

/** What incidents are broken down by, each value of them. */
function dimension(
  knex: Knex,
  by: Breakdown,
  incidents: Knex.QueryBuilder,
): Knex.QueryBuilder {
  if (by === 'team') {
    incidents.join(
      'incident_entities',
      'incident_entities.incident_id',
      'incidents.id',
    );
  }
  return incidents.select(arrayOf(knex, COLUMN[by]));
}

/** One value as an array. */
function onlyOf(knex: Knex, column: string): Knex.Raw {
  return knex.raw(
    isPostgres(knex) ? 'json_build_array(??)' : 'json_array(??)',
    [column],
  );
}

/** Those of an action, and those of its review: two queries, each over an index. */
function behindAction(knex: Knex, access: AccessFilter): Knex.QueryBuilder[] {
  const own = knex('incidents').whereRaw('incidents.id = actions.incident_id');
  return [
    whereCounted(own, access),
    countedOfReview(knex, 'actions.review_id', access),
  ];
}
