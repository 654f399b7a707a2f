import {
  FEEDBACK_SHOWN_FROM,
  FactCount,
  FeedbackAnswers,
  PublicationFact,
  WorkCalendar,
  businessDaysBetween,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import type { ResolvedScope } from '../catalog';
import {
  arrayOf,
  isPostgres,
  isoOf,
  readArray,
  whereAmong,
  whereAny,
} from '../database';
import type { MetricsSelection } from './MetricsStore';
import { whereCounted, whereWithin } from './countedIncidents';

/** What is read of a published review for its fact. */
export interface ReviewFactRow {
  review_id: string;
  /** Of its first version. */
  published_at: number | string;
  /** When the last of its incidents ended, as far as the caller may know. */
  ended_at: number | string | null;
  /** JSON of each answer. */
  answers: string[] | string | null;
}

/**
 * The incidents that count of a review of an outer query.
 *
 * @param review - the column of that with the review's id
 */
export function countedOfReview(
  knex: Knex,
  review: string,
  access: AccessFilter,
): Knex.QueryBuilder {
  // A cross join, since SQLite would otherwise begin with all incidents that are no drill.
  const query = knex('review_incidents')
    .crossJoin(knex.raw('incidents'))
    .whereRaw('incidents.id = review_incidents.incident_id')
    .whereRaw('review_incidents.review_id = ??', [review]);
  return whereCounted(query, access);
}

/** Published reviews of a selection, by when they were first published; each once, however many incidents it has. */
export function publishedReviews(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder {
  const counted = countedOfReview(
    knex,
    'review_reports.review_id',
    access,
  ).select('review_incidents.incident_id');
  const query = knex('review_reports')
    .where('review_reports.version', 1)
    .whereExists(touching(knex, counted, scope));
  whereWithin(query, 'review_reports.published_at', period);
  return query;
}

/**
 * Narrows a query over `review_incidents`, each with its incident, to those that name an entity of the scope.
 *
 * @param narrow - `whereAmong` where few reviews are looked at, each by itself
 */
export function touching(
  knex: Knex,
  query: Knex.QueryBuilder,
  scope: ResolvedScope,
  narrow = isPostgres(knex) ? whereAny : whereAmong,
): Knex.QueryBuilder {
  if (scope.kind === 'entities') {
    query
      .crossJoin(knex.raw('incident_entities'))
      .whereRaw('incident_entities.incident_id = review_incidents.incident_id');
    narrow(query, 'incident_entities.entity_ref', scope.entityRefs);
  }
  return query;
}

/** Has a query over `review_reports` read what their facts need. */
export function selectReviewFacts(
  knex: Knex,
  query: Knex.QueryBuilder,
  access: AccessFilter,
): Knex.QueryBuilder<object, ReviewFactRow[]> {
  const ofReview = (table: string) =>
    knex(table).whereRaw('??.review_id = review_reports.review_id', [table]);
  return query.select(
    'review_reports.review_id',
    'review_reports.published_at',
    countedOfReview(knex, 'review_reports.review_id', access)
      .max('incidents.ended_at')
      .as('ended_at'),
    ofReview('feedback_answers').select(arrayOf(knex, 'answers')).as('answers'),
  );
}

export function reviewFactOf(
  row: ReviewFactRow,
  calendar: WorkCalendar,
): PublicationFact {
  const answers = readArray(row.answers).map(
    answer => JSON.parse(answer) as FeedbackAnswers,
  );
  return {
    at: Number(row.published_at),
    precision: 'exact',
    businessDaysToReview:
      row.ended_at === null
        ? undefined
        : businessDaysBetween(
            isoOf(row.ended_at),
            isoOf(row.published_at),
            calendar,
          ),
    learnedSomething: countYes(answers, 'learnedSomething'),
    wouldAttendAgain: countYes(answers, 'wouldAttendAgain'),
  };
}

/** Answers to a yes-or-no question; nothing where so few gave one that the share would tell what each said. */
function countYes(
  answers: FeedbackAnswers[],
  question: 'learnedSomething' | 'wouldAttendAgain',
): FactCount | undefined {
  const given = answers
    .map(answer => answer[question])
    .filter(answer => answer !== undefined);
  return given.length < FEEDBACK_SHOWN_FROM
    ? undefined
    : { numerator: given.filter(Boolean).length, denominator: given.length };
}
