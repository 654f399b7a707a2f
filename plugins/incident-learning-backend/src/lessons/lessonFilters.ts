import type { LessonFilter } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import type { ResolvedScope } from '../catalog';
import { storableText, whereAny } from '../database';
import { whereReviewVisible } from '../reviews/reviewFilters';

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

/** Narrows a query over `lessons` to a selection, its search and scope aside. */
export function applyLessonFilter<T extends Knex.QueryBuilder>(
  knex: Knex,
  query: T,
  { filter, access }: Omit<LessonSelection, 'scope'>,
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
  return query;
}

/** What makes a lesson one of a scope: it is one of these, came out of one of these reviews, or has such an owner. */
export interface LessonScope {
  lessonIds: string[];
  reviewIds: string[];
  owners: string[];
}

/**
 * Lessons that apply to one of the entities, that one of them owns, and that came out of an incident that touched one,
 * as far as the caller may read that. It is looked up once for all the queries of a list.
 *
 * @returns undefined where the scope is everything
 */
export async function lessonScope(
  knex: Knex,
  { scope, access }: Pick<LessonSelection, 'scope' | 'access'>,
): Promise<LessonScope | undefined> {
  if (scope.kind !== 'entities') {
    return undefined;
  }
  const { entityRefs } = scope;
  const applying = knex('lesson_entities').distinct(
    'lesson_entities.lesson_id',
  );
  whereAny(applying, 'lesson_entities.entity_ref', entityRefs);
  const touching = knex('review_incidents')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id')
    .join('incident_entities', 'incident_entities.incident_id', 'incidents.id')
    .distinct('review_incidents.review_id');
  whereAny(touching, 'incident_entities.entity_ref', entityRefs);
  const [lessons, reviews] = await Promise.all([
    applying as Promise<{ lesson_id: string }[]>,
    applyAccess(touching, access) as Promise<{ review_id: string }[]>,
  ]);
  return {
    lessonIds: lessons.map(row => row.lesson_id),
    reviewIds: reviews.map(row => row.review_id),
    owners: entityRefs.filter(ref => /^(group|user):/.test(ref)),
  };
}

/** Narrows a query over `lessons` to those of a scope. */
export function applyLessonScope<T extends Knex.QueryBuilder>(
  query: T,
  scope: LessonScope | undefined,
): T {
  if (scope) {
    query.where(either => {
      whereAny(either, 'lessons.id', scope.lessonIds);
      either.orWhere(of => whereAny(of, 'lessons.review_id', scope.reviewIds));
      either.orWhere(of => whereAny(of, 'lessons.owner', scope.owners));
    });
  }
  return query;
}
