import { useApi } from '@backstage/core-plugin-api';
import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState } from '../../components';
import { Section } from '../../components/layout';
import { ChangeStory } from '../../incidents/ChangeStory';
import { LESSON_DEED_WORDS, LESSON_FIELD_WORDS } from '../words';

/** The whole story of a lesson, the latest first. */
export function LessonHistory({ lesson }: { lesson: Lesson }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = lesson;
  const { data, error, retry } = useApiData(`${id} ${revision}`, () =>
    api.getLessonHistory(id),
  );
  return (
    <Section title="Its story">
      {error && <ErrorState what="the story" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="the story" variant="table" count={2} />
      )}
      {data && (
        <ChangeStory
          changes={data}
          deeds={LESSON_DEED_WORDS}
          fields={LESSON_FIELD_WORDS}
        />
      )}
    </Section>
  );
}
