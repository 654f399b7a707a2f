import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded } from '../../components';
import { Section } from '../../components/layout';
import { useReviewContext } from '../form/ReviewContext';
import { FeedbackAnswersView } from './FeedbackAnswersView';

/** What participants have answered so far, and ways to take it into the review. */
export function FeedbackSection() {
  const api = useApi(incidentLearningApiRef);
  const { review } = useReviewContext();
  const { id, state } = review;
  const answer = useApiData(`${id} ${state}`, () => api.getFeedback(id));
  if (state === 'scheduled') {
    return null;
  }
  return (
    <Section
      title="Feedback"
      note={
        answer.data &&
        `${answer.data.answered} of ${answer.data.asked} answered`
      }
    >
      <Loaded what="the feedback" variant="detail" count={2} answer={answer}>
        {feedback => (
          <FeedbackAnswersView feedback={feedback} onReload={answer.retry} />
        )}
      </Loaded>
    </Section>
  );
}
