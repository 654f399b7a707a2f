import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { IncidentView } from './page';

/** Everything that is known of one incident. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getIncident(id));
  if (error) {
    return <ErrorState what="the incident" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    <IncidentView key={id} incident={data} />
  ) : (
    <LoadingState what="the incident" variant="detail" />
  );
}
