import type { PublishedLesson } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { AccessFilter, applyAccess } from '../access';
import { whereAny } from '../database';
import { DatabaseLessonCoverageStore } from '../lessons/applications/DatabaseLessonCoverageStore';
import { whereReviewVisible } from '../reviews/reviewFilters';

const MAX_LESSONS = 5_000;

type Origin = PublishedLesson['incidents'][number];

/** Published lessons that the caller may know of, with the incidents behind them that the caller may read. */
export async function loadPublishedLessons(
  knex: Knex,
  access: AccessFilter,
): Promise<PublishedLesson[]> {
  const rows: { id: string; review_id: string | null; content: string }[] =
    await whereReviewVisible(knex, knex('lessons'), 'lessons.review_id', access)
      .whereNotNull('lessons.published_at')
      .orderBy([
        { column: 'lessons.published_at', order: 'desc' },
        { column: 'lessons.id', order: 'desc' },
      ])
      .limit(MAX_LESSONS)
      .select('lessons.id', 'lessons.review_id', 'lessons.content');
  const reviewIds = rows.flatMap(row => row.review_id ?? []);
  const origins = await originsOf(knex, [...new Set(reviewIds)], access);
  const applied = await appliedAt(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.map(row => {
    const {
      statement,
      category,
      appliesTo: said = [],
    } = JSON.parse(row.content);
    const incidents = origins.get(row.review_id ?? '') ?? [];
    const appliesTo = [...said, ...(applied.get(row.id) ?? [])];
    return { id: row.id, statement, category, appliesTo, incidents };
  });
}

/** The entities at which lessons were applied. */
async function appliedAt(
  knex: Knex,
  ids: string[],
): Promise<Map<string, string[]>> {
  const marks = await DatabaseLessonCoverageStore.create({ knex }).marks(ids);
  const applied = new Map<string, string[]>();
  for (const { lessonId, entityRef, standing } of marks) {
    if (standing === 'applied') {
      applied.set(lessonId, [...(applied.get(lessonId) ?? []), entityRef]);
    }
  }
  return applied;
}

/** The incidents of reviews. */
async function originsOf(
  knex: Knex,
  reviewIds: string[],
  access: AccessFilter,
): Promise<Map<string, Origin[]>> {
  const query = knex('review_incidents')
    .join('incidents', 'incidents.id', 'review_incidents.incident_id')
    .leftJoin(
      'incident_entities',
      'incident_entities.incident_id',
      'incidents.id',
    )
    .select(
      'review_incidents.review_id',
      'incidents.id',
      'incidents.category',
      'incidents.attack_vector',
      'incident_entities.entity_ref',
    );
  whereAny(query, 'review_incidents.review_id', reviewIds);
  const rows: {
    review_id: string;
    id: string;
    category: string | null;
    attack_vector: string | null;
    entity_ref: string | null;
  }[] = await applyAccess(query, access);
  const reviews = new Map<string, Map<string, Origin>>();
  for (const row of rows) {
    const incidents = reviews.get(row.review_id) ?? new Map<string, Origin>();
    reviews.set(row.review_id, incidents);
    const incident = incidents.get(row.id) ?? {
      category: row.category ?? undefined,
      attackVector: row.attack_vector ?? undefined,
      entityRefs: [],
    };
    incidents.set(row.id, incident);
    if (row.entity_ref) {
      incident.entityRefs.push(row.entity_ref);
    }
  }
  return new Map(
    [...reviews].map(([id, incidents]) => [id, [...incidents.values()]]),
  );
}
