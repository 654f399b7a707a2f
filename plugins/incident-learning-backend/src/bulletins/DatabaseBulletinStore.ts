import type {
  BulletinLesson,
  BulletinReview,
  BulletinVerified,
  Lesson,
  Period,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { applyAccess } from '../access';
import { applyActionAccess } from '../actions/actionFilters';
import { applyOwningScope } from '../actions/overdue';
import { countOf, isoOf, whereAny } from '../database';
import { applyScope } from '../incidents';
import {
  applyReviewAccess,
  whereReviewVisible,
} from '../reviews/reviewFilters';
import type { BulletinSelection, BulletinStore, Listed } from './BulletinStore';

interface LessonRow {
  id: string;
  review_id: string | null;
  content: string;
  published_at: number | string;
  of_scope: number;
}

/** Reads it from SQLite or PostgreSQL. */
export class DatabaseBulletinStore implements BulletinStore {
  static create(options: { knex: Knex }): BulletinStore {
    return new DatabaseBulletinStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async lessons(
    selection: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinLesson>> {
    const { access, scope } = selection;
    const rows: LessonRow[] = await whereReviewVisible(
      this.knex,
      this.knex('lessons'),
      'lessons.review_id',
      access,
    )
      .where('lessons.published_at', '>=', period.from)
      .where('lessons.published_at', '<', period.to)
      .orderBy([
        { column: 'lessons.published_at', order: 'desc' },
        { column: 'lessons.id', order: 'desc' },
      ])
      .select(
        'lessons.id',
        'lessons.review_id',
        'lessons.content',
        'lessons.published_at',
        this.knex.raw('case when ? then 1 else 0 end as of_scope', [
          this.about('lessons.review_id', selection),
        ]),
      );
    const items = rows.map(lessonOf);
    if (scope.kind === 'org') {
      return listed(items, limit);
    }
    const within = new Set(scope.entityRefs);
    const own = rows.map(({ content, of_scope }) => {
      const { appliesTo = [], owner } = JSON.parse(content) as Partial<Lesson>;
      return (
        Number(of_scope) === 1 ||
        [...appliesTo, ...(owner ? [owner] : [])].some(ref => within.has(ref))
      );
    });
    return listed(
      items.filter((_, i) => own[i]),
      limit,
    );
  }

  async reviews(
    selection: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinReview>> {
    const query = applyReviewAccess(
      this.knex,
      this.knex('review_reports')
        .join('reviews', 'reviews.id', 'review_reports.review_id')
        .where('review_reports.version', 1)
        .where('review_reports.published_at', '>=', period.from)
        .where('review_reports.published_at', '<', period.to),
      selection.access,
    );
    if (selection.scope.kind === 'entities') {
      query.whereRaw('?', [this.about('reviews.id', selection)]);
    }
    const rows: { id: string; title: string; published_at: number | string }[] =
      await query
        .clone()
        .orderBy([
          { column: 'review_reports.published_at', order: 'desc' },
          { column: 'reviews.id', order: 'desc' },
        ])
        .limit(limit)
        .select('reviews.id', 'reviews.title', 'review_reports.published_at');
    return {
      count: await countOf(query),
      items: rows.map(({ id, title, published_at }) => ({
        id,
        title,
        publishedAt: isoOf(published_at),
      })),
    };
  }

  async verified(
    { access, scope }: BulletinSelection,
    period: Period,
    limit: number,
  ): Promise<Listed<BulletinVerified>> {
    const query = this.knex('actions')
      .where('actions.status', 'verified')
      .where('actions.verified_at', '>=', period.from)
      .where('actions.verified_at', '<', period.to);
    applyActionAccess(this.knex, query, access);
    applyOwningScope(this.knex, query, { access, scope });
    const rows: {
      id: string;
      content: string;
      verified_at: number | string;
    }[] = await query
      .clone()
      .orderBy([
        { column: 'actions.verified_at', order: 'desc' },
        { column: 'actions.id', order: 'desc' },
      ])
      .limit(limit)
      .select('actions.id', 'actions.content', 'actions.verified_at');
    return {
      count: await countOf(query),
      items: rows.map(({ id, content, verified_at }) => {
        const { title, owner, verification } = JSON.parse(content);
        return {
          id,
          title,
          owner,
          verifiedAt: isoOf(verified_at),
          how: verification?.how,
        };
      }),
    };
  }

  async titles(actionIds: string[]): Promise<Map<string, string>> {
    const query = this.knex('actions').select('id', 'content');
    whereAny(query, 'id', actionIds);
    const rows: { id: string; content: string }[] = await query;
    return new Map(
      rows.map(({ id, content }) => [id, JSON.parse(content).title]),
    );
  }

  /** Whether one of a review's incidents is of the scope, as far as they may be read. */
  private about(
    reviewColumn: string,
    { access, scope }: BulletinSelection,
  ): Knex.Raw {
    const query = this.knex('review_incidents')
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .whereRaw('review_incidents.review_id = ??', [reviewColumn])
      .select('review_incidents.incident_id');
    return this.knex.raw('exists ?', [
      applyScope(applyAccess(query, access), scope),
    ]);
  }
}

function lessonOf(row: LessonRow): BulletinLesson {
  const lesson: Lesson = JSON.parse(row.content);
  return {
    id: row.id,
    statement: lesson.statement,
    type: lesson.type,
    priority: lesson.priority,
    category: lesson.category,
    reviewId: row.review_id ?? undefined,
    publishedAt: isoOf(row.published_at),
  };
}

function listed<T>(all: T[], limit: number): Listed<T> {
  return { count: all.length, items: all.slice(0, limit) };
}
