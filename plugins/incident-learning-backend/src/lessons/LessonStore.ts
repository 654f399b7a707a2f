import type {
  Lesson,
  LessonChange,
  LessonFacets,
  LessonQuery,
  LessonSort,
  Page,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { LessonSelection } from './lessonFilters';

/** Which page of a list, in what order. */
export interface LessonPage
  extends Pick<LessonQuery, 'limit' | 'cursor' | 'total'> {
  sort: LessonSort;
}

/** Keeps lessons. A lesson of a review is known to those who may know of the review. */
export interface LessonStore {
  list(selection: LessonSelection, page: LessonPage): Promise<Page<Lesson>>;
  facets(access: AccessFilter): Promise<LessonFacets>;
  /** All of a review, the first written first. */
  ofReview(reviewId: string): Promise<Lesson[]>;
  get(id: string, access: AccessFilter): Promise<Lesson | undefined>;
  insert(lesson: Lesson): Promise<void>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(lesson: Lesson): Promise<boolean>;
  delete(id: string, revision: number): Promise<boolean>;
  /** Marks those of a review that were never published as published now, and writes that in their history. */
  publish(reviewId: string, at: string, by: string): Promise<void>;

  addHistory(change: LessonChange): Promise<void>;
  /** The latest first. */
  history(lessonId: string): Promise<LessonChange[]>;
}
