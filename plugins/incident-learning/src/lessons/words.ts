import type {
  LessonChange,
  LessonSort,
  LessonState,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { FieldWords } from '../components/history';
import { CAUSE_TYPE_WORDS, PRIORITY_WORDS } from '../reviews/words';

export const LESSON_STATE_WORDS: Record<LessonState, string> = {
  published: 'Published',
  draft: 'Drafts',
};

export const LESSON_SORT_WORDS: Record<LessonSort, string> = {
  relevance: 'Best match first',
  recency: 'Latest first',
};

/** What somebody did to a lesson, as the history tells it. */
export const LESSON_DEED_WORDS: Record<LessonChange['operation'], string> = {
  created: 'wrote it down',
  updated: 'changed it',
  published: 'published it',
};

export const LESSON_FIELD_WORDS: Record<string, string> = {
  statement: 'Lesson',
  detail: 'Detail',
  category: 'Category',
  type: 'Type',
  priority: 'Priority',
  owner: 'Owner',
  tags: 'Tags',
  appliesTo: 'Applies to',
  reviewId: 'Review',
};

/** What a lesson's history tells. */
export const LESSON_WORDS: FieldWords = {
  nameOf: path => LESSON_FIELD_WORDS[path] ?? path,
  values: { type: CAUSE_TYPE_WORDS, priority: PRIORITY_WORDS },
};
