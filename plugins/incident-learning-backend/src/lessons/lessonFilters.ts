import type { LessonFilter } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { storableText, whereAny } from '../database';
import { whereReviewVisible } from '../reviews/reviewFilters';
import { applySearch } from './lessonSearch';

/** A filter whose scope the catalog has resolved. */
export interface LessonSelection {
  filter: LessonFilter;
  scope: ResolvedScope;
  access: AccessFilter;
}

/** Narrows a query over `lessons` to those that the caller may know of. */
export function applyLessonAccess<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  access: AccessFilter,
): T {
  return whereReviewVisible(knex, query, 'lessons.review_id', access);
}

/** Narrows a query over `lessons` to a selection. */
export function applyLessonSelection<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  { filter, scope, access }: LessonSelection,
): T {
  applyLessonAccess(knex, query, access);
  for (const [column, values] of [
    ['category', filter.category?.map(storableText)],
    ['type', filter.type],
    ['priority', filter.priority],
    ['owner', filter.owner],
    ['review_id', filter.review ? [storableText(filter.review)] : []],
  ] as const) {
    if (values?.length) {
      query.whereIn(`lessons.${column}`, [...values]);
    }
  }
  if (filter.tag?.length) {
    const tagged = knex('lesson_tags').select('lesson_tags.lesson_id');
    query.whereIn(
      'lessons.id',
      tagged.whereIn('lesson_tags.tag', filter.tag.map(storableText)),
    );
  }
  if (filter.state) {
    query[filter.state === 'published' ? 'whereNotNull' : 'whereNull'](
      'lessons.published_at',
    );
  }
  if (filter.from) {
    query.where('lessons.dated_at', '>=', Date.parse(filter.from));
  }
  if (filter.to) {
    query.where('lessons.dated_at', '<', Date.parse(filter.to));
  }
  if (scope.kind === 'entities') {
    applyScope(knex, query, scope.entityRefs, access);
  }
  if (filter.q) {
    applySearch(knex, query, filter.q);
  }
  return query;
}

/**
 * Those that apply to one of the entities, that one of them owns, and that came out of an incident that touched one,
 * as far as the caller may read that.
 */
function applyScope(
  knex: Knex,
  query: Knex.QueryBuilder,
  entityRefs: string[],
  access: AccessFilter,
): void {
  const applying = knex('lesson_entities').select('lesson_entities.lesson_id');
  whereAny(applying, 'lesson_entities.entity_ref', entityRefs);
  const touching = knex('review_incidents')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id')
    .join('incident_entities', 'incident_entities.incident_id', 'incidents.id')
    .select('review_incidents.review_id');
  whereAny(touching, 'incident_entities.entity_ref', entityRefs);
  query.where(either => {
    either
      .whereIn('lessons.id', applying)
      .orWhereIn('lessons.review_id', applyAccess(touching, access));
    either.orWhere(owned => whereAny(owned, 'lessons.owner', entityRefs));
  });
}
