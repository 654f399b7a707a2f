import type {
  Lesson,
  LessonQuery,
  Page,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';

/** Keeps lessons. A lesson of a review is known to those who may know of the review. */
export interface LessonStore {
  /** The latest first. */
  list(query: LessonQuery, access: AccessFilter): Promise<Page<Lesson>>;
  /** All of a review, the first written first. */
  ofReview(reviewId: string): Promise<Lesson[]>;
  get(id: string, access: AccessFilter): Promise<Lesson | undefined>;
  insert(lesson: Lesson): Promise<void>;
  /** @returns whether it still had the revision before the one given; otherwise it is left as it is */
  update(lesson: Lesson): Promise<boolean>;
  delete(id: string, revision: number): Promise<boolean>;
  /** Marks those of a review that were never published as published now. */
  publish(reviewId: string, at: string): Promise<void>;
}
