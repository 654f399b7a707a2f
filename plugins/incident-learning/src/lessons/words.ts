import type {
  LessonChange,
  LessonSort,
  LessonState,
} from '@hindsight/backstage-plugin-incident-learning-common';

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
