import type {
  ActionInput,
  Lesson,
  LessonApplicationInput,
} from '@hindsight/backstage-plugin-incident-learning-common';

const MAX_TITLE = 300;

/** The action that a plan becomes: a commitment where all that one needs is said, else an idea. */
export function planOf(
  lesson: Lesson,
  { entityRef, note }: { entityRef: string; note?: string },
  plan: LessonApplicationInput['plan'] = {},
): ActionInput {
  const { title, owner, dueDate, successCriteria } = plan;
  return {
    title: title ?? shortened(`Apply: ${lesson.statement}`),
    description: [note, `To apply a lesson to ${entityRef}.`]
      .filter(Boolean)
      .join('\n\n'),
    kind: 'preventive',
    priority: lesson.priority,
    category: lesson.category,
    lessonId: lesson.id,
    owner,
    dueDate,
    successCriteria,
    status: owner && dueDate && successCriteria ? 'open' : 'idea',
  };
}

function shortened(text: string): string {
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text;
}
