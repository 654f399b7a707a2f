import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import { whereAny } from '../database';
import { applyLessonAccess } from './lessonFilters';
import { STORED_COLUMNS, StoredLessonRow, fromRow } from './lessonRows';

/** Those of the lessons that the caller may know of, by their ids. */
export async function readLessons(
  knex: Knex,
  ids: string[],
  access: AccessFilter,
): Promise<Map<string, Lesson>> {
  const query = applyLessonAccess(knex, knex('lessons'), access).select(
    STORED_COLUMNS.map(column => `lessons.${column}`),
  );
  whereAny(query, 'lessons.id', ids);
  const rows: StoredLessonRow[] = await query;
  return new Map(rows.map(row => [row.id, fromRow(row)]));
}

/** Narrows a query over `lessons` to published ones and those of no review: the others are being written still. */
export function whereInForce<T extends Knex.QueryBuilder>(query: T): T {
  query.where(inForce =>
    inForce
      .whereNotNull('lessons.published_at')
      .orWhereNull('lessons.review_id'),
  );
  return query;
}
