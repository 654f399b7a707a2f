import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { ActionView } from './page/ActionView';

/** The action that the page's path names. */
export function ActionPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getAction(id));
  if (error) {
    return <ErrorState what="the action" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    <ActionView key={id} loaded={data} />
  ) : (
    <LoadingState what="the action" variant="detail" />
  );
}
