import { useParams } from 'react-router-dom';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { ReviewForm } from './form/ReviewForm';
import { loadReview } from './loadReview';
import { ReportView } from './report/ReportView';

/** A review: the form that it is written in, and the report once that is published. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => loadReview(api, id));
  if (error) {
    return <ErrorState what="the review" error={error} onRetry={retry} />;
  }
  if (data?.review.id !== id) {
    return <LoadingState what="the review" variant="detail" />;
  }
  return data.review.state === 'published' ? (
    <ReportView key={id} review={data.review} onReopened={retry} />
  ) : (
    <ReviewForm key={id} whole={data} onPublished={retry} />
  );
}
