import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { ReportView } from './report/ReportView';

/** The report that stands, also while an amendment is being written. */
export function ReportPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getReview(id));
  if (error) {
    return <ErrorState what="the report" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    <ReportView key={id} review={data} onReopened={retry} />
  ) : (
    <LoadingState what="the report" variant="detail" />
  );
}
