import {
  Action,
  ActionChange,
  ActionRating,
  ActionStatus,
  PRIORITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ChangeRow,
  RecordRow,
  contentOfRecord,
  fromChangeRow,
  fromRecordRow,
  isoOf,
  optionalIso,
  optionalMs,
  storableText,
  toChangeRow,
  toRecordRow,
} from '../database';

/** A row of `actions`. */
export interface ActionRow extends RecordRow {
  review_id: string | null;
  content: string;
  status: string;
  committed_at: number | string | null;
  completed_at: number | string | null;
  search_text: string;
  kind: string;
  priority: string;
  priority_rank: number;
  category: string | null;
  owner: string | null;
  owning_group: string | null;
  unowned: boolean | number;
  due_date: string | null;
  incident_id: string | null;
  lesson_id: string | null;
  verified_at: number | string | null;
}

/** A row with what its ratings come to. */
export interface RatedActionRow extends ActionRow {
  rating_mean: number | string | null;
  rating_count: number | string;
}

export interface ActionHistoryRow extends ChangeRow {
  action_id: string;
  note: string | null;
}

export interface ActionRatingRow {
  action_id: string;
  by: string;
  at: number | string;
  score: number;
  comment: string | null;
}

export function toRow(action: Action): ActionRow {
  const {
    reviewId,
    status,
    committedAt,
    completedAt,
    unowned,
    rating: _rating,
    ...content
  } = contentOfRecord(action);
  const { title, description = '' } = content;
  return {
    ...toRecordRow(action),
    review_id: reviewId ?? null,
    content: JSON.stringify(content),
    status,
    committed_at: optionalMs(committedAt),
    completed_at: optionalMs(completedAt),
    search_text: storableText(`${title} ${description}`).toLocaleLowerCase(
      'en-US',
    ),
    kind: content.kind,
    priority: content.priority,
    priority_rank: PRIORITIES.length - 1 - PRIORITIES.indexOf(content.priority),
    category: content.category ?? null,
    owner: content.owner ?? null,
    owning_group: content.owningGroup ?? null,
    unowned: unowned ?? false,
    due_date: content.dueDate ?? null,
    incident_id: content.incidentId ?? null,
    lesson_id: content.lessonId ?? null,
    verified_at: optionalMs(content.verification?.at),
  };
}

export function fromRow(row: RatedActionRow): Action {
  const n = Number(row.rating_count);
  return {
    progress: 0,
    dueDateMoves: 0,
    ...JSON.parse(row.content),
    ...fromRecordRow(row),
    reviewId: row.review_id ?? undefined,
    status: row.status as ActionStatus,
    committedAt: optionalIso(row.committed_at),
    completedAt: optionalIso(row.completed_at),
    unowned: row.unowned ? true : undefined,
    rating: n > 0 ? { mean: Number(row.rating_mean), n } : undefined,
  };
}

export function toHistoryRow(change: ActionChange): ActionHistoryRow {
  return {
    ...toChangeRow(change),
    action_id: change.actionId,
    note: change.note ?? null,
  };
}

export function fromHistoryRow(row: ActionHistoryRow): ActionChange {
  return {
    ...fromChangeRow<ActionChange>(row),
    actionId: row.action_id,
    note: row.note ?? undefined,
  };
}

export function fromRatingRow(row: ActionRatingRow): ActionRating {
  return {
    by: row.by,
    at: isoOf(row.at),
    score: row.score,
    comment: row.comment ?? undefined,
  };
}
