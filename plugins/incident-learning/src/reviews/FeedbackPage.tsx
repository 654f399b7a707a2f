import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { PageTitle } from '../components/layout';
import { reviewRouteRef } from '../routes';
import { FeedbackForm } from './feedback/FeedbackForm';

/** Where a participant answers what a review asks. */
export function FeedbackPage() {
  const api = useApi(incidentLearningApiRef);
  const pathOf = useRouteRef(reviewRouteRef);
  return (
    <RecordOfPath
      what="the review"
      load={async id => ({
        review: await api.getReview(id),
        feedback: await api.getFeedback(id),
      })}
    >
      {({ review, feedback }) => {
        const path = pathOf({ id: review.id });
        return (
          <>
            <PageTitle
              title="Your feedback"
              above={<Link to={path}>{review.title}</Link>}
            />
            <FeedbackForm
              review={review}
              feedback={feedback}
              reviewPath={path}
            />
          </>
        );
      }}
    </RecordOfPath>
  );
}
