import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Lesson,
  lessonSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { Section } from '../../components/layout';
import { ValueText } from '../../components/history';
import type { LessonValues } from '../../reviews/form/LessonFields';
import { reviewRouteRef } from '../../routes';
import { LessonForm } from '../form/LessonForm';
import { differing, patchBetween, valuesOf } from '../form/values';
import { LESSON_WORDS } from '../words';

/** Changes a lesson; whoever was faster is shown, and decides nothing. */
export function EditLesson(props: {
  lesson: Lesson;
  onSaved: (lesson: Lesson) => void;
  onCancel: () => void;
}) {
  const api = useApi(incidentLearningApiRef);
  const reviewPath = useRouteRef(reviewRouteRef);
  const [base, setBase] = useState(props.lesson);
  /** What somebody else has made of it since. */
  const [standing, setStanding] = useState<Lesson>();
  const { reviewId } = base;
  const fixed = Boolean(reviewId && base.publishedAt);

  const save = async (values: LessonValues) => {
    const { id, revision } = standing ?? base;
    const patch = patchBetween(valuesOf(base), values);
    try {
      props.onSaved(await api.updateLesson(id, revision, patch));
    } catch (error) {
      const current = lessonSchema.safeParse(writeRefusalOf(error).current);
      if (!current.success) {
        throw error;
      }
      setStanding(current.data);
    }
  };
  return (
    <Section title="Edit the lesson">
      <LessonForm
        key={base.revision}
        initial={valuesOf(base)}
        fixed={fixed}
        saves={[{ label: 'Save', save }]}
        onCancel={props.onCancel}
      >
        {fixed && (
          <Alert severity="info">
            What it says stands in a published report.{' '}
            <Link to={reviewPath({ id: reviewId ?? '' })} underline="always">
              Amend the review
            </Link>{' '}
            to change that.
          </Alert>
        )}
        {standing && (
          <Alert
            severity="warning"
            action={
              <Button
                color="inherit"
                onClick={() => {
                  setBase(standing);
                  setStanding(undefined);
                }}
              >
                Drop mine
              </Button>
            }
          >
            Somebody else has changed this lesson meanwhile. Save again to keep
            what you have changed beside it.
            <Theirs before={base} after={standing} />
          </Alert>
        )}
      </LessonForm>
    </Section>
  );
}

function Theirs(props: { before: Lesson; after: Lesson }) {
  const after = valuesOf(props.after);
  return (
    <ul aria-label="What they have changed">
      {differing(valuesOf(props.before), after).map(field => (
        <li key={field}>
          {LESSON_WORDS.nameOf(field)}: now{' '}
          <ValueText value={after[field]} path={field} words={LESSON_WORDS} />
        </li>
      ))}
    </ul>
  );
}
