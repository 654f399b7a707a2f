import type {
  Lesson,
  LessonChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import { changesBetween } from '../incidents/changes';

/** Kept by the machine; the history tells the fields that people write. */
const DERIVED = [
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'createdBy',
  'publishedAt',
] as const;

/** Which fields that people write differ. */
export function lessonChanges(
  before: Lesson,
  after: Lesson,
): LessonChange['changes'] {
  return changesBetween(before, after, DERIVED);
}

/** One row of a lesson's history. */
export function lessonEntry(
  before: Lesson,
  after: Lesson,
  { by, operation }: Pick<LessonChange, 'by' | 'operation'>,
): LessonChange {
  return {
    id: uuid(),
    lessonId: after.id,
    revision: after.revision,
    at: after.updatedAt,
    by,
    operation,
    changes: lessonChanges(before, after),
  };
}
