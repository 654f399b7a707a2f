import { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';

/** Shows the incident that the page's path names, once it is there. */
export function LoadedIncident(props: {
  children: (incident: Incident) => ReactElement;
}) {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getIncident(id));
  if (error) {
    return <ErrorState what="the incident" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    props.children(data)
  ) : (
    <LoadingState what="the incident" variant="detail" />
  );
}
