import type {
  Action,
  ActionQuery,
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
import type { ActionStore } from './ActionStore';

interface ActionRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
  review_id: string | null;
  content: string;
  status: string;
  committed_at: number | string | null;
  completed_at: number | string | null;
}

/** Keeps actions in SQLite or PostgreSQL. */
export class DatabaseActionStore implements ActionStore {
  static create(options: { knex: Knex }): ActionStore {
    return new DatabaseActionStore(options.knex);
  }

  private constructor(private readonly knex: Knex) {}

  async list(
    { review, limit, cursor }: ActionQuery,
    access: AccessFilter,
  ): Promise<Page<Action>> {
    const query = this.visible(access).select('actions.*');
    if (review) {
      query.where('actions.review_id', review);
    }
    const page = { limit, cursor };
    const { rows, nextCursor } = await pageOf<ActionRow>(
      query,
      latestFirst('actions'),
      page,
    );
    return { items: rows.map(fromRow), nextCursor };
  }

  async ofReview(reviewId: string): Promise<Action[]> {
    const rows = await this.knex<ActionRow>('actions')
      .where({ review_id: reviewId })
      .orderBy([{ column: 'created_at' }, { column: 'id' }]);
    return rows.map(fromRow);
  }

  async get(id: string, access: AccessFilter): Promise<Action | undefined> {
    const row = await this.visible(access)
      .where('actions.id', id)
      .first('actions.*');
    return row && fromRow(row);
  }

  async insert(action: Action): Promise<void> {
    await this.knex('actions').insert(toRow(action));
  }

  async update(action: Action): Promise<boolean> {
    const changed = await this.knex('actions')
      .where({ id: action.id, revision: action.revision - 1 })
      .update(toRow(action));
    return changed > 0;
  }

  async delete(id: string, revision: number): Promise<boolean> {
    return (await this.knex('actions').where({ id, revision }).delete()) > 0;
  }

  private visible(access: AccessFilter): Knex.QueryBuilder {
    return whereReviewVisible(
      this.knex,
      this.knex('actions'),
      'actions.review_id',
      access,
    );
  }
}

function toRow(action: Action): ActionRow {
  const {
    id,
    revision,
    createdAt,
    updatedAt,
    createdBy,
    reviewId,
    status,
    committedAt,
    completedAt,
    ...content
  } = action;
  return {
    id,
    revision,
    created_at: Date.parse(createdAt),
    updated_at: Date.parse(updatedAt),
    created_by: createdBy,
    review_id: reviewId ?? null,
    content: JSON.stringify(content),
    status,
    committed_at: optionalMs(committedAt),
    completed_at: optionalMs(completedAt),
  };
}

function fromRow(row: ActionRow): Action {
  return {
    ...JSON.parse(row.content),
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
    reviewId: row.review_id ?? undefined,
    status: row.status as Action['status'],
    committedAt: optionalIso(row.committed_at),
    completedAt: optionalIso(row.completed_at),
  };
}
