import type {
  Lesson,
  LessonStanding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../../access';

/** How a lesson stands at an entity for which it was marked. */
export interface MarkRow {
  lessonId: string;
  entityRef: string;
  standing: LessonStanding;
}

/** Finds where lessons apply and where they were applied. */
export interface LessonCoverageStore {
  /** Ids of published lessons and those of no review, the latest first. @param ids - only these */
  inForce(
    access: AccessFilter,
    options: { ids?: string[]; limit: number },
  ): Promise<string[]>;
  /** What lessons are said to apply to, as it was written. */
  targets(ids: string[]): Promise<{ lessonId: string; entityRef: string }[]>;
  marks(ids: string[]): Promise<MarkRow[]>;
  /** Those of the lessons that the caller may know of, by their ids. */
  read(ids: string[], access: AccessFilter): Promise<Map<string, Lesson>>;
}
