import type {
  Lesson,
  LessonQuery,
  Page,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../access';
import {
  isoOf,
  latestFirst,
  optionalIso,
  optionalMs,
  pageOf,
} from '../database';
import { whereReviewVisible } from '../reviews/reviewFilters';
import type { LessonStore } from './LessonStore';

interface LessonRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
  review_id: string | null;
  content: string;
  published_at: number | string | null;
}

/** Keeps lessons in SQLite or PostgreSQL. */
export class DatabaseLessonStore implements LessonStore {
  static create(options: { knex: Knex }): LessonStore {
    return new DatabaseLessonStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(
    { review, limit, cursor }: LessonQuery,
    access: AccessFilter,
  ): Promise<Page<Lesson>> {
    const query = this.visible(access).select('lessons.*');
    if (review) {
      query.where('lessons.review_id', review);
    }
    const page = { limit, cursor };
    const { rows, nextCursor } = await pageOf<LessonRow>(
      query,
      latestFirst('lessons'),
      page,
    );
    return { items: rows.map(fromRow), nextCursor };
  }

  async ofReview(reviewId: string): Promise<Lesson[]> {
    const rows = await this.knex<LessonRow>('lessons')
      .where({ review_id: reviewId })
      .orderBy([{ column: 'created_at' }, { column: 'id' }]);
    return rows.map(fromRow);
  }

  async get(id: string, access: AccessFilter): Promise<Lesson | undefined> {
    const row = await this.visible(access)
      .where('lessons.id', id)
      .first('lessons.*');
    return row && fromRow(row);
  }

  async insert(lesson: Lesson): Promise<void> {
    await this.knex('lessons').insert(toRow(lesson));
  }

  async update(lesson: Lesson): Promise<boolean> {
    const changed = await this.knex('lessons')
      .where({ id: lesson.id, revision: lesson.revision - 1 })
      .update(toRow(lesson));
    return changed > 0;
  }

  async delete(id: string, revision: number): Promise<boolean> {
    return (await this.knex('lessons').where({ id, revision }).delete()) > 0;
  }

  async publish(reviewId: string, at: string): Promise<void> {
    await this.knex('lessons')
      .where({ review_id: reviewId })
      .whereNull('published_at')
      .update({ published_at: Date.parse(at) });
  }

  private visible(access: AccessFilter): Knex.QueryBuilder {
    return whereReviewVisible(
      this.knex,
      this.knex('lessons'),
      'lessons.review_id',
      access,
    );
  }
}

function toRow(lesson: Lesson): LessonRow {
  const {
    id,
    revision,
    createdAt,
    updatedAt,
    createdBy,
    reviewId,
    publishedAt,
    ...content
  } = lesson;
  return {
    id,
    revision,
    created_at: Date.parse(createdAt),
    updated_at: Date.parse(updatedAt),
    created_by: createdBy,
    review_id: reviewId ?? null,
    content: JSON.stringify(content),
    published_at: optionalMs(publishedAt),
  };
}

function fromRow(row: LessonRow): Lesson {
  return {
    ...JSON.parse(row.content),
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
    reviewId: row.review_id ?? undefined,
    publishedAt: optionalIso(row.published_at),
  };
}
