import { useApi } from '@backstage/core-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState } from '../../components';
import { Section } from '../../components/layout';
import { ChangeStory } from '../../incidents/ChangeStory';
import { ACTION_FIELD_WORDS, DEED_WORDS } from '../words';

/** The whole story of an action, the latest first. */
export function ActionHistory({ action }: { action: Action }) {
  const api = useApi(incidentLearningApiRef);
  const { id, revision } = action;
  const { data, error, retry } = useApiData(`${id} ${revision}`, () =>
    api.getActionHistory(id),
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
          deeds={DEED_WORDS}
          fields={ACTION_FIELD_WORDS}
        />
      )}
    </Section>
  );
}
