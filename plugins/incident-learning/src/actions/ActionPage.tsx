import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { ActionView } from './page/ActionView';

/** The action that the page's path names. */
export function ActionPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the action" load={id => api.getAction(id)}>
      {action => <ActionView loaded={action} />}
    </RecordOfPath>
  );
}
