import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { IncidentView } from './page';

/** Everything that is known of one incident. */
export function IncidentPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the incident" load={id => api.getIncident(id)}>
      {incident => <IncidentView incident={incident} />}
    </RecordOfPath>
  );
}
