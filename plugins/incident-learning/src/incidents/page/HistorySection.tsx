import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Incident,
  IncidentChange,
  repeatVerdictSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ChangeStory, FieldChanges } from '../../components/history';
import { Section } from '../../components/layout';
import { incidentRouteRef } from '../../routes';
import { INCIDENT_WORDS } from '../words';

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
        {change =>
          change.operation === 'judged' ? (
            <Judgements changes={change.changes} />
          ) : (
            <FieldChanges change={change} words={INCIDENT_WORDS} />
          )
        }
      </ChangeStory>
    </Section>
  );
}

/** Whether it repeats which incident, as somebody judged. */
function Judgements({ changes }: Pick<IncidentChange, 'changes'>) {
  const hrefOf = useRouteRef(incidentRouteRef);
  return (
    <>
      {changes.flatMap(({ to }) => {
        const judged = repeatVerdictSchema.safeParse(to).data;
        return judged
          ? [
              <div key={judged.of}>
                {judged.verdict === 'confirmed'
                  ? 'It repeats '
                  : 'It is no repeat of '}
                <Link to={hrefOf({ id: judged.of })}>an earlier incident</Link>
              </div>,
            ]
          : [];
      })}
    </>
  );
}
