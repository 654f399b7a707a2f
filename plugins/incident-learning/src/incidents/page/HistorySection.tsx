import { useApi } from '@backstage/core-plugin-api';
import type {
  Incident,
  IncidentChange,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ChangeStory, FieldChanges } from '../../components/history';
import { Section } from '../../components/layout';
import { fieldName } from '../words';

const DEED_WORDS: Record<IncidentChange['operation'], string> = {
  created: 'recorded the incident',
  updated: 'changed it',
  imported: 'changed it by an import',
  aliased: 'renamed an entity by its alias',
  judged: 'judged whether it is a repeat',
  deleted: 'deleted it',
};

/** The whole story of an incident, the latest first. */
export function HistorySection({ incident }: { incident: Incident }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision, repeat } = incident;
  const answer = useApiData(`${id} ${revision} ${repeat?.state}`, () =>
    api.getIncidentHistory(id),
  );
  return (
    <Section title="History">
      <ChangeStory
        answer={answer}
        deedOf={({ operation }) => DEED_WORDS[operation]}
      >
        {change => <FieldChanges change={change} nameOf={fieldName} />}
      </ChangeStory>
    </Section>
  );
}
