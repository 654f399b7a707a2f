import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { RecordOfPath } from '../components';
import { ReviewForm } from './form/ReviewForm';
import { loadReview } from './loadReview';
import { ReportView } from './report/ReportView';

/** A review: the form that it is written in, and the report once that is published. */
export function ReviewPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the review" load={id => loadReview(api, id)}>
      {(whole, reload) =>
        whole.review.state === 'published' ? (
          <ReportView review={whole.review} onReopened={reload} />
        ) : (
          <ReviewForm whole={whole} onPublished={reload} />
        )
      }
    </RecordOfPath>
  );
}
