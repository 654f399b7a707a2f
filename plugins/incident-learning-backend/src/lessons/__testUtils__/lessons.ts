import {
  Lesson,
  lessonInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { reviewRow } from '../../__testUtils__/reviewRows';

type Written = Partial<Lesson> & { statement: string };

/** A lesson as a store takes it; the higher its number, the later it was written. */
export function lessonOf(index: number, written: Written): Lesson {
  const { id, createdAt, publishedAt, ...content } = written;
  const at =
    createdAt ?? `2024-02-01T00:00:${String(index).padStart(2, '0')}.000Z`;
  return {
    ...lessonInputSchema.parse(content),
    id: id ?? `lesson-${String(index).padStart(4, '0')}`,
    revision: 1,
    createdAt: at,
    updatedAt: at,
    createdBy: 'user:default/ada',
    publishedAt,
  };
}

/** Puts a review of incidents that are stored into the database. */
export async function insertReview(
  knex: Knex,
  id: string,
  incidentIds: string[],
) {
  await knex('reviews').insert(
    reviewRow({ id, state: 'scheduled', published_version: null }),
  );
  await knex('review_incidents').insert(
    incidentIds.map((incident_id, position) => ({
      review_id: id,
      incident_id,
      position,
    })),
  );
}
