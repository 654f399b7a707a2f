import { useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { PageTitle } from '../components/layout';
import { reviewRouteRef } from '../routes';
import { FeedbackForm } from './feedback/FeedbackForm';

/** Where a participant answers what a review asks. */
export function FeedbackPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const path = useRouteRef(reviewRouteRef)({ id });
  const { data, error, retry } = useApiData(id, async () => ({
    review: await api.getReview(id),
    feedback: await api.getFeedback(id),
  }));
  if (error) {
    return <ErrorState what="the review" error={error} onRetry={retry} />;
  }
  if (data?.review.id !== id) {
    return <LoadingState what="the form" variant="detail" />;
  }
  return (
    <>
      <PageTitle
        title="Your feedback"
        above={<Link to={path}>{data.review.title}</Link>}
      />
      <FeedbackForm
        key={id}
        review={data.review}
        feedback={data.feedback}
        reviewPath={path}
      />
    </>
  );
}
