import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Lesson,
  lessonInputSchema,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { Section } from '../../components/layout';
import { valuesOf } from '../../lessons/form/values';
import { LessonFacts } from '../LessonFacts';
import { AddLine } from './AddLine';
import { fieldId } from './fieldId';
import { LessonFields, LessonValues } from './LessonFields';
import { usePartStyles } from './partStyles';
import { RecordEditor } from './RecordEditor';
import { orNull, withRecord, withoutRecord } from './records';
import { useReviewContext } from './ReviewContext';
import { useAutoSave } from './useAutoSave';

/** What was learned: records of their own, which others find and apply. */
export function Lessons() {
  const classes = usePartStyles();
  const api = useApi(incidentLearningApiRef);
  const { review, lessons, setLessons, readOnly } = useReviewContext();
  if (readOnly) {
    return (
      <Section title="Lessons">
        <LessonFacts lessons={lessons} />
      </Section>
    );
  }
  return (
    <Section title="Lessons">
      <div id={fieldId('lessons')} tabIndex={-1}>
        <p className={classes.hint}>
          What others should know. Each lesson can be found, owned and applied
          to other services once the report is published.
        </p>
        <ol className={classes.list}>
          {lessons.map((lesson, index) => (
            <LessonEditor key={lesson.id} lesson={lesson} number={index + 1} />
          ))}
        </ol>
        <AddLine
          id={fieldId('new-lesson')}
          label="New lesson"
          button="Add lesson"
          onAdd={async statement => {
            const added = await api.createLesson({
              statement,
              reviewId: review.id,
            });
            setLessons(all => withRecord(all, added));
          }}
        />
      </div>
    </Section>
  );
}

function LessonEditor(props: { lesson: Lesson; number: number }) {
  const api = useApi(incidentLearningApiRef);
  const { setLessons } = useReviewContext();
  const { lesson, number } = props;
  const { id, revision, publishedAt } = lesson;
  const name = `Lesson ${number}`;
  const saving = useLesson(lesson, name);
  const remove = async () => {
    await api.deleteLesson(id, revision);
    setLessons(all => withoutRecord(all, id));
  };
  return (
    <RecordEditor
      name={name}
      path={`lessons.${id}`}
      saving={saving}
      describe={({ statement, detail }) => `${statement}\n${detail}`}
      onRemove={publishedAt ? undefined : remove}
    >
      <LessonFields
        value={saving.value}
        onChange={patch => saving.set(before => ({ ...before, ...patch }))}
      />
    </RecordEditor>
  );
}

function useLesson(lesson: Lesson, title: string) {
  const api = useApi(incidentLearningApiRef);
  const { setLessons } = useReviewContext();
  const stored = useMemo(() => stampOf(lesson), [lesson]);
  return useAutoSave<LessonValues>({
    name: `lesson-${lesson.id}`,
    title,
    stored,
    write: async (value, base) => {
      const saved = await api.updateLesson(lesson.id, base, {
        ...value,
        detail: orNull(value.detail),
        category: orNull(value.category),
        owner: orNull(value.owner),
      });
      setLessons(all => withRecord(all, saved));
      return stampOf(saved);
    },
    readCurrent: current => {
      const parsed = lessonSchema.safeParse(current);
      return parsed.success ? stampOf(parsed.data) : undefined;
    },
    problemOf: value => {
      const issue = lessonInputSchema.safeParse({
        ...value,
        owner: value.owner || undefined,
      }).error?.issues[0];
      return issue && `${String(issue.path[0])} ${issue.message}`;
    },
  });
}

function stampOf(lesson: Lesson) {
  return { value: valuesOf(lesson), revision: lesson.revision };
}
