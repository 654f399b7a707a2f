import type { LessonFact } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { IncidentFactRow, selectIncidentFacts } from '../incidentFacts';
import { firstLesson, lessonFactOf } from '../improvementFacts';

/** What is read of an incident that rollups count, or leave to be read beside them. */
export interface RolledUpRow extends IncidentFactRow {
  ended_at: number | string | null;
  /** When its first lesson was published. */
  first_at: number | string | null;
}

export function selectRolledUp(
  knex: Knex,
  query: Knex.QueryBuilder,
): Knex.QueryBuilder<object, RolledUpRow[]> {
  return selectIncidentFacts(knex, query).select(
    'incidents.ended_at',
    firstLesson(knex),
  );
}

export function learnedFactOf({
  first_at: first,
  ...row
}: RolledUpRow): LessonFact | undefined {
  return first === null ? undefined : lessonFactOf({ ...row, first_at: first });
}
