import { OPEN_REVIEW_STATES } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { v4 as randomUuid } from 'uuid';
import { insertRows, whereAny } from '../../database';
import { unanswered } from '../reviewFilters';
import type {
  DueNotice,
  FeedbackAnswer,
  FeedbackRequest,
  FeedbackStore,
} from './FeedbackStore';

interface RequestRow {
  review_id: string;
  entity_ref: string;
  answered: boolean | number;
  notices: number;
  next_notice_at: number | string | null;
}

interface AnswerRow {
  id: string;
  review_id: string;
  author: string | null;
  answers: string;
}

/** Keeps feedback in SQLite or PostgreSQL. */
export class DatabaseFeedbackStore implements FeedbackStore {
  static create(options: { knex: Knex }): FeedbackStore {
    return new DatabaseFeedbackStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async requests(reviewId: string): Promise<FeedbackRequest[]> {
    const query = this.knex<RequestRow>('feedback_requests')
      .where({ review_id: reviewId })
      .orderBy('entity_ref');
    const rows = await (this.knex.isTransaction ? query.forUpdate() : query);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      answered: Boolean(row.answered),
      notices: row.notices,
      nextNoticeAt: optionalNumber(row.next_notice_at),
    }));
  }

  async answers(reviewId: string): Promise<FeedbackAnswer[]> {
    const rows = await this.knex<AnswerRow>('feedback_answers')
      .where({ review_id: reviewId })
      .orderBy('id');
    return rows.map(row => ({
      author: row.author ?? undefined,
      answers: JSON.parse(row.answers),
    }));
  }

  async replace(
    reviewId: string,
    feedback: { requests: FeedbackRequest[]; answers: FeedbackAnswer[] },
  ): Promise<void> {
    for (const table of ['feedback_requests', 'feedback_answers']) {
      await this.knex(table).where({ review_id: reviewId }).delete();
    }
    const requests = feedback.requests.map(request => ({
      review_id: reviewId,
      entity_ref: request.entityRef,
      answered: request.answered,
      notices: request.notices,
      next_notice_at: request.nextNoticeAt ?? null,
    }));
    const answers = feedback.answers.map(answer => ({
      id: randomUuid(),
      review_id: reviewId,
      author: answer.author ?? null,
      answers: JSON.stringify(answer.answers),
    }));
    const by = (column: string) => (a: object, b: object) =>
      String(Reflect.get(a, column)) < String(Reflect.get(b, column)) ? -1 : 1;
    await insertRows(
      this.knex,
      'feedback_requests',
      requests.sort(by('entity_ref')),
    );
    await insertRows(this.knex, 'feedback_answers', answers.sort(by('id')));
  }

  async waiting(reviewIds: string[], refs: string[]): Promise<Set<string>> {
    if (refs.length === 0 || reviewIds.length === 0) {
      return new Set();
    }
    const query = unanswered(this.knex, refs);
    whereAny(query, 'feedback_requests.review_id', reviewIds);
    const rows: Pick<RequestRow, 'review_id'>[] = await query;
    return new Set(rows.map(row => row.review_id));
  }

  async due(options: {
    now: number;
    limit: number;
    reviewId?: string;
  }): Promise<DueNotice[]> {
    const query = this.knex('feedback_requests')
      .join('reviews', 'reviews.id', 'feedback_requests.review_id')
      .where('next_notice_at', '<=', options.now)
      .where('answered', false)
      .whereIn('state', [...OPEN_REVIEW_STATES])
      .whereNull('published_version')
      .orderBy([
        { column: 'next_notice_at' },
        { column: 'review_id' },
        { column: 'entity_ref' },
      ])
      .limit(options.limit)
      .select('review_id', 'title', 'entity_ref', 'notices', 'feedback_due_at');
    if (options.reviewId) {
      query.where('review_id', options.reviewId);
    }
    const rows = await query;
    const restricted = await this.restricted(rows.map(row => row.review_id));
    return rows.map(row => ({
      reviewId: row.review_id,
      title: row.title,
      entityRef: row.entity_ref,
      notices: row.notices,
      feedbackDueAt: optionalNumber(row.feedback_due_at),
      restricted: restricted.has(row.review_id),
    }));
  }

  async claim(notice: DueNotice, next: number): Promise<boolean> {
    const claimed = await this.knex('feedback_requests')
      .where({
        review_id: notice.reviewId,
        entity_ref: notice.entityRef,
        notices: notice.notices,
        answered: false,
      })
      .update({ notices: notice.notices + 1, next_notice_at: next });
    return claimed > 0;
  }

  async stopNotices(reviewId: string): Promise<void> {
    await this.knex('feedback_requests')
      .where({ review_id: reviewId })
      .update({ next_notice_at: null });
  }

  private async restricted(reviewIds: string[]): Promise<Set<string>> {
    const query = this.knex('review_incidents')
      .join('incidents', 'incidents.id', 'review_incidents.incident_id')
      .where('visibility', 'restricted')
      .select('review_id');
    whereAny(query, 'review_id', reviewIds);
    return new Set((await query).map(row => row.review_id));
  }
}

function optionalNumber(
  value: number | string | null | undefined,
): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
