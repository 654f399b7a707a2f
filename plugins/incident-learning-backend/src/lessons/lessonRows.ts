import {
  Lesson,
  LessonChange,
  foldWords,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ChangeRow,
  RecordRow,
  contentOfRecord,
  fromChangeRow,
  fromRecordRow,
  optionalIso,
  optionalMs,
  storableText,
  toChangeRow,
  toRecordRow,
} from '../database';

/** What of a row of `lessons` makes a lesson. PostgreSQL gives a bigint as text. */
export interface StoredLessonRow extends RecordRow {
  review_id: string | null;
  content: string;
  published_at: number | string | null;
}

/** A row of `lessons`. */
export interface LessonRow extends StoredLessonRow {
  dated_at: number;
  type: string;
  priority: string;
  category: string | null;
  owner: string | null;
  statement_words: string;
  topic_words: string;
  detail_words: string;
}

export interface LessonHistoryRow extends ChangeRow {
  lesson_id: string;
}

export const STORED_COLUMNS: (keyof StoredLessonRow)[] = [
  'id',
  'revision',
  'created_at',
  'updated_at',
  'created_by',
  'review_id',
  'content',
  'published_at',
];

export function toRow(lesson: Lesson): LessonRow {
  const { reviewId, publishedAt, ...content } = contentOfRecord(lesson);
  const { statement, category, tags, detail } = content;
  return {
    ...toRecordRow(lesson),
    review_id: reviewId ?? null,
    content: JSON.stringify(content),
    published_at: optionalMs(publishedAt),
    dated_at: Date.parse(publishedAt ?? lesson.createdAt),
    type: content.type,
    priority: content.priority,
    category: category ? storableText(category) : null,
    owner: content.owner ?? null,
    statement_words: wordsOf(statement),
    topic_words: wordsOf([category, ...tags].join('\n')),
    detail_words: wordsOf(detail),
  };
}

/** Each word between spaces, so that a word and the start of one can be told apart. */
function wordsOf(text = ''): string {
  const words = foldWords(text);
  return words.length > 0 ? ` ${words.join(' ')} ` : '';
}

export function fromRow(row: StoredLessonRow): Lesson {
  return {
    ...JSON.parse(row.content),
    ...fromRecordRow(row),
    reviewId: row.review_id ?? undefined,
    publishedAt: optionalIso(row.published_at),
  };
}

export function toHistoryRow(change: LessonChange): LessonHistoryRow {
  return { ...toChangeRow(change), lesson_id: change.lessonId };
}

export function fromHistoryRow(row: LessonHistoryRow): LessonChange {
  return { ...fromChangeRow<LessonChange>(row), lessonId: row.lesson_id };
}
