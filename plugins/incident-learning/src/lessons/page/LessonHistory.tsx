import { useApi } from '@backstage/core-plugin-api';
import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ChangeStory, FieldChanges } from '../../components/history';
import { Section } from '../../components/layout';
import { LESSON_DEED_WORDS, LESSON_WORDS } from '../words';

/** The whole story of a lesson, the latest first. */
export function LessonHistory({ lesson }: { lesson: Lesson }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = lesson;
  const answer = useApiData(`${id} ${revision}`, () =>
    api.getLessonHistory(id),
  );
  return (
    <Section title="History">
      <ChangeStory
        answer={answer}
        deedOf={({ operation }) => LESSON_DEED_WORDS[operation]}
      >
        {change => <FieldChanges change={change} words={LESSON_WORDS} />}
      </ChangeStory>
    </Section>
  );
}
