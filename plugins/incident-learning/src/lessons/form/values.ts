import type {
  Lesson,
  LessonInput,
  LessonPatch,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { LessonValues } from '../../reviews/form/LessonFields';

/** What is written of a lesson, an empty text being none. */
export type LessonContent = Pick<LessonInput, keyof LessonValues>;

export function valuesOf(lesson?: Lesson): LessonValues {
  return {
    statement: lesson?.statement ?? '',
    detail: lesson?.detail ?? '',
    type: lesson?.type ?? 'technical',
    priority: lesson?.priority ?? 'medium',
    owner: lesson?.owner ?? '',
    category: lesson?.category ?? '',
    tags: lesson?.tags ?? [],
    appliesTo: lesson?.appliesTo ?? [],
  };
}

export function contentOf(values: LessonValues): LessonContent {
  const { detail, owner, category } = values;
  return {
    ...values,
    detail: detail || undefined,
    owner: owner || undefined,
    category: category || undefined,
  };
}

/** The fields in which values differ. */
export function differing(
  before: LessonValues,
  after: LessonValues,
): (keyof LessonValues)[] {
  return (Object.keys(after) as (keyof LessonValues)[]).filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

/** What somebody changed, and nothing else: what others changed meanwhile stays theirs. */
export function patchBetween(
  before: LessonValues,
  after: LessonValues,
): LessonPatch {
  return Object.fromEntries(
    differing(before, after).map(field => [
      field,
      after[field] === '' ? null : after[field],
    ]),
  );
}
