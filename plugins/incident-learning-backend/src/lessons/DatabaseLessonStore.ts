import type {
  Lesson,
  LessonChange,
  LessonFacets,
  Page,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { AccessFilter } from '../access';
import { countOf, insertRows, storableText, whereAny } from '../database';
import type { RollupLedger } from '../metrics/rollups';
import type { LessonPage, LessonStore } from './LessonStore';
import {
  LessonSelection,
  applyLessonAccess,
  applyLessonFilter,
  applyLessonScope,
  lessonScope,
} from './lessonFilters';
import {
  LessonHistoryRow,
  STORED_COLUMNS,
  StoredLessonRow,
  fromHistoryRow,
  fromRow,
  toHistoryRow,
  toRow,
} from './lessonRows';
import { searching } from './lessonSearch';
import { countFound, findPage, latestPage } from './lessonPages';

/** Keeps lessons in SQLite or PostgreSQL. */
export class DatabaseLessonStore implements LessonStore {
  /** @param options - the ledger keeps figures in step, which count when an incident had its first lesson */
  static create(options: { knex: Knex; ledger?: RollupLedger }): LessonStore {
    return new DatabaseLessonStore(options.knex, options.ledger);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly ledger?: RollupLedger,
  ) {}

  async list(
    selection: LessonSelection,
    page: LessonPage,
  ): Promise<Page<Lesson>> {
    const { q } = selection.filter;
    const scope = await lessonScope(this.knex, selection);
    const base = (knex: Knex) =>
      applyLessonScope(
        applyLessonFilter(knex, knex('lessons'), selection),
        scope,
      );
    const find = () =>
      q
        ? searching(this.knex, knex => findPage(knex, base(knex), q, page))
        : latestPage(base(this.knex), page);
    const count = () =>
      q
        ? searching(this.knex, knex => countFound(knex, base(knex), q))
        : countOf(base(this.knex));
    // Each on a connection of its own, where the database has several.
    const [{ rows, nextCursor }, totalItems] = await Promise.all([
      find(),
      page.total ? count() : undefined,
    ]);
    const items = await this.load(rows.map(({ id }) => id));
    return { items, nextCursor, totalItems };
  }

  async facets(access: AccessFilter): Promise<LessonFacets> {
    const known = () =>
      applyLessonAccess(this.knex, this.knex('lessons'), access);
    const categories: { category: string }[] = await known()
      .whereNotNull('lessons.category')
      .distinct('lessons.category')
      .orderBy('lessons.category');
    const tags: { tag: string }[] = await known()
      .join('lesson_tags', 'lesson_tags.lesson_id', 'lessons.id')
      .distinct('lesson_tags.tag')
      .orderBy('lesson_tags.tag');
    return {
      category: categories.map(({ category }) => category),
      tag: tags.map(({ tag }) => tag),
    };
  }

  async ofReview(reviewId: string): Promise<Lesson[]> {
    const rows: StoredLessonRow[] = await this.knex('lessons')
      .where({ review_id: reviewId })
      .orderBy([{ column: 'created_at' }, { column: 'id' }])
      .select(STORED_COLUMNS);
    return rows.map(fromRow);
  }

  async get(id: string, access: AccessFilter): Promise<Lesson | undefined> {
    const query = this.knex('lessons').where('lessons.id', id);
    const row: StoredLessonRow | undefined = await applyLessonAccess(
      this.knex,
      query,
      access,
    ).first(STORED_COLUMNS);
    return row && fromRow(row);
  }

  async insert(lesson: Lesson): Promise<void> {
    await this.beforeChange(lesson.reviewId);
    await this.knex('lessons').insert(toRow(lesson));
    await this.relate(lesson);
  }

  async update(lesson: Lesson): Promise<boolean> {
    const { id, revision } = lesson;
    await this.beforeChange(lesson.reviewId, await this.reviewOf(id));
    const changed = await this.knex('lessons')
      .where({ id, revision: revision - 1 })
      .update(toRow(lesson));
    if (changed === 0) {
      return false;
    }
    await this.knex('lesson_tags').where({ lesson_id: id }).delete();
    await this.knex('lesson_entities').where({ lesson_id: id }).delete();
    await this.relate(lesson);
    return true;
  }

  async delete(id: string, revision: number): Promise<boolean> {
    await this.beforeChange(await this.reviewOf(id));
    return (await this.knex('lessons').where({ id, revision }).delete()) > 0;
  }

  async publish(reviewId: string, at: string, by: string): Promise<void> {
    await this.beforeChange(reviewId);
    const rows: { id: string; revision: number }[] = await this.knex('lessons')
      .where({ review_id: reviewId })
      .whereNull('published_at')
      .select('id', 'revision');
    const ms = Date.parse(at);
    const ids = this.knex('lessons').update({ published_at: ms, dated_at: ms });
    whereAny(
      ids,
      'id',
      rows.map(({ id }) => id),
    );
    await ids;
    await insertRows(
      this.knex,
      'lesson_history',
      rows.map(({ id, revision }) =>
        toHistoryRow({
          id: uuid(),
          lessonId: id,
          revision,
          at,
          by,
          operation: 'published',
          changes: [],
        }),
      ),
    );
  }

  async addHistory(change: LessonChange): Promise<void> {
    await this.knex('lesson_history').insert(toHistoryRow(change));
  }

  async history(lessonId: string): Promise<LessonChange[]> {
    const rows = await this.knex<LessonHistoryRow>('lesson_history')
      .where({ lesson_id: lessonId })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(fromHistoryRow);
  }

  private async beforeChange(
    ...reviewIds: (string | undefined)[]
  ): Promise<void> {
    const ids = reviewIds.filter(id => id !== undefined);
    await this.ledger?.beforeReviews([...new Set(ids)]);
  }

  private async reviewOf(id: string): Promise<string | undefined> {
    const row = await this.knex('lessons').where({ id }).first('review_id');
    return row?.review_id ?? undefined;
  }

  /** In the order asked for. Sorting comes before, since it would carry the whole of every lesson found. */
  private async load(ids: string[]): Promise<Lesson[]> {
    const query = this.knex('lessons').select(STORED_COLUMNS);
    whereAny(query, 'lessons.id', ids);
    const rows: StoredLessonRow[] = await query;
    const lessons = new Map(rows.map(row => [row.id, fromRow(row)]));
    return ids.flatMap(id => lessons.get(id) ?? []);
  }

  private async relate({ id, tags, appliesTo }: Lesson): Promise<void> {
    await insertRows(
      this.knex,
      'lesson_tags',
      [...new Set(tags.map(storableText))].map(tag => ({ lesson_id: id, tag })),
    );
    await insertRows(
      this.knex,
      'lesson_entities',
      [...new Set(appliesTo)].map(ref => ({ lesson_id: id, entity_ref: ref })),
    );
  }
}
