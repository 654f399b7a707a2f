import {
  Lesson,
  standingOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { AccessFilter } from '../../access';
import { whereAny } from '../../database';
import { applyLessonAccess } from '../lessonFilters';
import { readLessons, whereInForce } from '../readLessons';
import type { LessonCoverageStore, MarkRow } from './LessonCoverageStore';

/** Finds where lessons apply in SQLite or PostgreSQL. */
export class DatabaseLessonCoverageStore implements LessonCoverageStore {
  static create(options: { knex: Knex }): LessonCoverageStore {
    return new DatabaseLessonCoverageStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async inForce(
    access: AccessFilter,
    { ids, limit }: { ids?: string[]; limit: number },
  ): Promise<string[]> {
    const query = applyLessonAccess(
      this.knex,
      whereInForce(this.knex('lessons')),
      access,
    )
      .orderBy([
        { column: 'lessons.dated_at', order: 'desc' },
        { column: 'lessons.id', order: 'desc' },
      ])
      .limit(limit)
      .select('lessons.id');
    if (ids) {
      whereAny(query, 'lessons.id', ids);
    }
    const rows: { id: string }[] = await query;
    return rows.map(({ id }) => id);
  }

  async targets(
    ids: string[],
  ): Promise<{ lessonId: string; entityRef: string }[]> {
    const query = this.knex('lesson_entities').select(
      'lesson_id',
      'entity_ref',
    );
    whereAny(query, 'lesson_id', ids);
    const rows = await query;
    return rows.map(row => ({
      lessonId: row.lesson_id,
      entityRef: row.entity_ref,
    }));
  }

  async marks(ids: string[]): Promise<MarkRow[]> {
    const query = this.knex('lesson_applications as marks')
      .leftJoin('actions', 'actions.id', 'marks.action_id')
      .select(
        'marks.lesson_id',
        'marks.entity_ref',
        'marks.mark',
        'actions.status',
      );
    whereAny(query, 'marks.lesson_id', ids);
    const rows = await query;
    return rows.map(row => ({
      lessonId: row.lesson_id,
      entityRef: row.entity_ref,
      standing: standingOf(row.mark, row.status ?? undefined),
    }));
  }

  read(ids: string[], access: AccessFilter): Promise<Map<string, Lesson>> {
    return readLessons(this.knex, ids, access);
  }
}
