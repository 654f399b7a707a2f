import { useMemo, useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import {
  Lesson,
  lessonInputSchema,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { Section } from '../../components/layout';
import { LessonFacts } from '../LessonFacts';
import { AddLine } from './AddLine';
import { fieldId } from './fieldId';
import { LessonFields, LessonValues } from './LessonFields';
import { PartConflict } from './PartConflict';
import { usePartStyles } from './partStyles';
import { orNull, withRecord, withoutRecord } from './records';
import { useReviewContext } from './ReviewContext';
import { SaveMark } from './SaveMark';
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
  const classes = usePartStyles();
  const api = useApi(incidentLearningApiRef);
  const { setLessons } = useReviewContext();
  const { lesson, number } = props;
  const [error, setError] = useState<string>();
  const saving = useLesson(lesson, `Lesson ${number}`);
  const remove = async () => {
    try {
      await api.deleteLesson(lesson.id, lesson.revision);
      setLessons(all => withoutRecord(all, lesson.id));
    } catch (caught) {
      setError(writeRefusalOf(caught).message);
    }
  };
  return (
    <li
      className={classes.item}
      id={fieldId(`lessons.${lesson.id}`)}
      aria-label={`Lesson ${number}`}
    >
      <div className={classes.head}>
        <h4 className={classes.name}>Lesson {number}</h4>
        <SaveMark saving={saving} />
        {!lesson.publishedAt && (
          <Button
            size="small"
            aria-label={`Remove lesson ${number}`}
            onClick={remove}
          >
            Remove
          </Button>
        )}
      </div>
      {error && <Alert severity="error">Not removed: {error}</Alert>}
      <PartConflict
        title={`Lesson ${number}`}
        saving={saving}
        show={({ statement, detail }) => `${statement}\n${detail}`}
      />
      <LessonFields
        value={saving.value}
        onChange={patch => saving.set(before => ({ ...before, ...patch }))}
      />
    </li>
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
  const { statement, detail, type, priority, owner, category } = lesson;
  const { tags, appliesTo, revision } = lesson;
  const value: LessonValues = {
    statement,
    detail: detail ?? '',
    type,
    priority,
    owner: owner ?? '',
    category: category ?? '',
    tags,
    appliesTo,
  };
  return { value, revision };
}
