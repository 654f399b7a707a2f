import {
  ActionStatus,
  CommitmentFact,
  DONE_STATUSES,
  LessonFact,
  Precision,
  RatingFact,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyActionAccess, applyActionScope } from '../actions/actionFilters';
import { isPostgres, whereAmong } from '../database';
import type { MetricsSelection } from './MetricsStore';
import { countedIncidents } from './countedIncidents';

/** Text in PostgreSQL, whose bigint can be larger than a number. */
type Stored = number | string;

export interface CommitmentRow {
  id: string;
  committed_at: Stored;
  status: ActionStatus;
}

export interface RatingRow {
  action_id: string;
  by: string;
  at: Stored;
  score: number;
}

export interface LearnedRow {
  id: string;
  period_at: Stored;
  period_precision: Precision;
  ended_at: Stored | null;
  first_at: Stored;
}

/** Actions of a selection that were committed to in its period, each once. */
export function committedActions(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  const { period } = selection;
  return selectedActions(knex, knex('actions'), selection)
    .where('actions.committed_at', '>=', period.from)
    .where('actions.committed_at', '<', period.to)
    .whereNotIn('actions.status', ['idea', 'cancelled'])
    .select('actions.id', 'actions.committed_at', 'actions.status');
}

export function commitmentFactOf(
  row: Pick<CommitmentRow, 'committed_at' | 'status'>,
): CommitmentFact {
  return {
    at: Number(row.committed_at),
    precision: 'exact',
    done: (DONE_STATUSES as readonly ActionStatus[]).includes(row.status),
  };
}

/** Ratings that the actions of a selection were given in its period. */
export function givenRatings(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  const { period } = selection;
  const query = knex('action_ratings')
    .join('actions', 'actions.id', 'action_ratings.action_id')
    .where('action_ratings.at', '>=', period.from)
    .where('action_ratings.at', '<', period.to);
  return selectedActions(knex, query, selection).select('action_ratings.*');
}

export function ratingFactOf({
  at,
  score,
}: Pick<RatingRow, 'at' | 'score'>): RatingFact {
  return { at: Number(at), precision: 'exact', score };
}

/** Incidents of a selection of which a lesson was published, each once, with when that was first. */
export function learnedIncidents(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  const learned = knex('lessons')
    .join('review_incidents', 'review_incidents.review_id', 'lessons.review_id')
    .whereNotNull('lessons.published_at')
    .groupBy('review_incidents.incident_id')
    .select('review_incidents.incident_id')
    .min('lessons.published_at as first_at')
    .as('learned');
  return incidentsWithLessons(knex, selection)
    .join(learned, 'learned.incident_id', 'incidents.id')
    .select(
      'incidents.id',
      'incidents.period_at',
      'incidents.period_precision',
      'incidents.ended_at',
      'learned.first_at',
    );
}

/** SQLite looks for the scope lesson by lesson, since these are few, rather than at all incidents of many entities. */
function incidentsWithLessons(
  knex: Knex,
  selection: MetricsSelection,
): Knex.QueryBuilder {
  const { scope } = selection;
  if (scope.kind === 'org' || isPostgres(knex)) {
    return countedIncidents(knex, selection);
  }
  const named = knex('incident_entities')
    .select(knex.raw('1'))
    .whereRaw('incident_entities.incident_id = incidents.id');
  whereAmong(named, 'incident_entities.entity_ref', scope.entityRefs);
  return countedIncidents(knex, {
    ...selection,
    scope: { kind: 'org' },
  }).whereExists(named);
}

/** When the first lesson of the incident of an outer query was published, as `first_at`; null without one. */
export function firstLesson(knex: Knex): Knex.QueryBuilder {
  return knex('review_incidents')
    .join('lessons', 'lessons.review_id', 'review_incidents.review_id')
    .whereRaw('review_incidents.incident_id = incidents.id')
    .min('lessons.published_at')
    .as('first_at');
}

export function lessonFactOf(row: Omit<LearnedRow, 'id'>): LessonFact {
  return {
    at: Number(row.period_at),
    precision: row.period_precision,
    timeToLessonMs:
      row.ended_at === null
        ? undefined
        : Number(row.first_at) - Number(row.ended_at),
  };
}

/** As the list of actions has them: those that the caller may know of, that touch the scope or are owned in it. */
function selectedActions(
  knex: Knex,
  query: Knex.QueryBuilder,
  { scope, access }: MetricsSelection,
): Knex.QueryBuilder {
  return applyActionScope(knex, applyActionAccess(knex, query, access), {
    scope,
    access,
  });
}
