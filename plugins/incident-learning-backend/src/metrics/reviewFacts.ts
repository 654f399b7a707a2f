import {
  CauseType,
  FEEDBACK_SHOWN_FROM,
  FactCount,
  FeedbackAnswers,
  RootCauseFact,
  WorkCalendar,
  businessDaysBetween,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { isPostgres, isoOf, whereAny } from '../database';
import type { MetricsSelection } from './MetricsStore';

/** A published review by which a page of them goes on. */
export interface PublishedReview {
  review_id: string;
  /** Of its first version. */
  published_at: number | string;
}

/** The incidents of reviews that count: no drills, and as far as they may be read. */
function countedIncidents(knex: Knex, access: AccessFilter): Knex.QueryBuilder {
  // A cross join, since SQLite would otherwise begin with all incidents that are no drill.
  const query = knex('review_incidents')
    .crossJoin(knex.raw('incidents'))
    .whereRaw('incidents.id = review_incidents.incident_id')
    .where('incidents.drill', false);
  return applyAccess(query, access);
}

/** Published reviews of a selection, by when they were first published; each once, however many incidents it has. */
export function publishedReviews(
  knex: Knex,
  { scope, period, access }: MetricsSelection,
): Knex.QueryBuilder<object, PublishedReview[]> {
  const counted = countedIncidents(knex, access)
    .select('review_incidents.incident_id')
    .whereRaw('review_incidents.review_id = review_reports.review_id');
  return knex('review_reports')
    .where('review_reports.version', 1)
    .where('review_reports.published_at', '>=', period.from)
    .where('review_reports.published_at', '<', period.to)
    .whereExists(touching(knex, counted, scope))
    .select('review_reports.review_id', 'review_reports.published_at');
}

/** Narrows a query over `review_incidents` to those that name an entity of the scope. */
function touching(
  knex: Knex,
  query: Knex.QueryBuilder,
  scope: ResolvedScope,
): Knex.QueryBuilder {
  if (scope.kind !== 'entities') {
    return query;
  }
  query
    .crossJoin(knex.raw('incident_entities'))
    .whereRaw('incident_entities.incident_id = review_incidents.incident_id');
  if (isPostgres(knex)) {
    whereAny(query, 'incident_entities.entity_ref', scope.entityRefs);
    return query;
  }
  // The sign keeps SQLite from looking up each entity of the scope with each incident.
  return query.whereRaw(
    '+incident_entities.entity_ref in (select value from json_each(?))',
    [JSON.stringify(scope.entityRefs)],
  );
}

/** What the numbers need to know of each of the reviews. */
export async function loadReviewFacts(
  knex: Knex,
  reviews: PublishedReview[],
  { access, calendar }: { access: AccessFilter; calendar: WorkCalendar },
): Promise<RootCauseFact[]> {
  const ids = reviews.map(review => review.review_id);
  const ends = await endsOf(knex, ids, access);
  const answers = await answersOf(knex, ids);
  const causes = await causesOf(knex, ids);
  return reviews.map(({ review_id: id, published_at: publishedAt }) => {
    const end = ends.get(id);
    const given = answers.get(id) ?? [];
    return {
      at: Number(publishedAt),
      precision: 'exact',
      businessDaysToReview:
        end === undefined
          ? undefined
          : businessDaysBetween(isoOf(end), isoOf(publishedAt), calendar),
      learnedSomething: countYes(given, 'learnedSomething'),
      wouldAttendAgain: countYes(given, 'wouldAttendAgain'),
      causes: causes.get(id) ?? [],
    };
  });
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

/** When the last incident of each review ended, as far as the caller may know. */
async function endsOf(
  knex: Knex,
  reviewIds: string[],
  access: AccessFilter,
): Promise<Map<string, number>> {
  const query = countedIncidents(knex, access)
    .whereNotNull('incidents.ended_at')
    .groupBy('review_incidents.review_id')
    .select('review_incidents.review_id')
    .max('incidents.ended_at as ended_at');
  whereAny(query, 'review_incidents.review_id', reviewIds);
  const rows: { review_id: string; ended_at: number | string }[] = await query;
  return new Map(rows.map(row => [row.review_id, Number(row.ended_at)]));
}

async function answersOf(
  knex: Knex,
  reviewIds: string[],
): Promise<Map<string, FeedbackAnswers[]>> {
  const query = knex('feedback_answers').select('review_id', 'answers');
  whereAny(query, 'review_id', reviewIds);
  const rows: { review_id: string; answers: string }[] = await query;
  return grouped(rows, row => JSON.parse(row.answers) as FeedbackAnswers);
}

async function causesOf(
  knex: Knex,
  reviewIds: string[],
): Promise<Map<string, CauseType[]>> {
  const query = knex('published_causes').select('review_id', 'type');
  whereAny(query, 'review_id', reviewIds);
  const rows: { review_id: string; type: CauseType }[] = await query;
  return grouped(rows, row => row.type);
}

function grouped<Row extends { review_id: string }, T>(
  rows: Row[],
  read: (row: Row) => T,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.review_id) ?? [];
    group.push(read(row));
    groups.set(row.review_id, group);
  }
  return groups;
}
