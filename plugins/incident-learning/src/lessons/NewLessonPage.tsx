import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../api';
import { PageTitle, Section } from '../components/layout';
import { lessonRouteRef, lessonsRouteRef } from '../routes';
import { LessonForm } from './form/LessonForm';
import { LessonContent, contentOf, valuesOf } from './form/values';

/** The form that writes a lesson down that came out of no review. */
export function NewLessonPage() {
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(lessonsRouteRef)();
  const lessonPath = useRouteRef(lessonRouteRef);
  // Publishing may fail after writing went well; trying again must not write a second lesson.
  const draft = useRef<Lesson>();

  const write = async (content: LessonContent): Promise<Lesson> => {
    const { current } = draft;
    draft.current = current
      ? await api.updateLesson(current.id, current.revision, {
          ...content,
          detail: content.detail ?? null,
          category: content.category ?? null,
          owner: content.owner ?? null,
        })
      : await api.createLesson(content);
    return draft.current;
  };
  return (
    <>
      <PageTitle
        title="Write down a lesson"
        above={<Link to={listPath}>Lessons</Link>}
      />
      <Section
        title="What others should know"
        note="Lessons of an incident are written in its review"
      >
        <LessonForm
          initial={valuesOf()}
          saves={[
            {
              label: 'Publish',
              save: async values => {
                const { id, revision } = await write(contentOf(values));
                await api.publishLesson(id, revision);
                navigate(lessonPath({ id }));
              },
            },
            {
              label: 'Save as a draft',
              save: async values => {
                const { id } = await write(contentOf(values));
                navigate(lessonPath({ id }));
              },
            },
          ]}
          onCancel={() => navigate(listPath)}
        />
      </Section>
    </>
  );
}
