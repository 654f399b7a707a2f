import { useApi } from '@backstage/core-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ChangeStory, FieldChanges } from '../../components/history';
import { Section } from '../../components/layout';
import { ACTION_WORDS, DEED_WORDS } from '../words';

/** The whole story of an action, the latest first. */
export function ActionHistory({ action }: { action: Action }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = action;
  const answer = useApiData(`${id} ${revision}`, () =>
    api.getActionHistory(id),
  );
  return (
    <Section title="History">
      <ChangeStory
        answer={answer}
        deedOf={({ operation }) => DEED_WORDS[operation]}
      >
        {change => <FieldChanges change={change} words={ACTION_WORDS} />}
      </ChangeStory>
    </Section>
  );
}
