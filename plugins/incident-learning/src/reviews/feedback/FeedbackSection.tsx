import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState } from '../../components';
import { Section } from '../../components/layout';
import { useReviewContext } from '../form/ReviewContext';
import { FeedbackAnswersView } from './FeedbackAnswersView';

/** What participants have answered so far, and ways to take it into the review. */
export function FeedbackSection() {
  const api = useApi(incidentLearningApiRef);
  const { review } = useReviewContext();
  const { id, state } = review;
  const { data, error, retry } = useApiData(`${id} ${state}`, () =>
    api.getFeedback(id),
  );
  if (state === 'scheduled') {
    return null;
  }
  return (
    <Section
      title="Feedback"
      note={data && `${data.answered} of ${data.asked} answered`}
    >
      {error && (
        <ErrorState what="the feedback" error={error} onRetry={retry} />
      )}
      {!data && !error && (
        <LoadingState what="the feedback" variant="detail" count={2} />
      )}
      {data && <FeedbackAnswersView feedback={data} onReload={retry} />}
    </Section>
  );
}
