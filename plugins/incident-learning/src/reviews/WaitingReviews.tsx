import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReviewSummary } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../components';
import { WaitingItem, WaitingList } from '../components/list';
import { feedbackRouteRef, reviewRouteRef, reviewsRouteRef } from '../routes';
import { DutyChips, LateChip } from './chips';
import { dueOf } from './due';
import { useReviews } from './list/useReviews';

const FIRST = 5;

/** The reviews that the reader leads or has not answered, for the home page. */
export function WaitingReviews() {
  const listPath = useRouteRef(reviewsRouteRef)();
  const pages = useReviews({ waitsForMe: true }, FIRST);
  return (
    <WaitingList
      label="Reviews that wait for me"
      what="reviews"
      pages={pages}
      none={{
        title: 'No review waits for you',
        description:
          'Those that you lead, and those that ask for your feedback, appear here.',
      }}
      allPath={listPath}
      waitingPath={`${listPath}?waitsForMe=true`}
    >
      {review => <WaitingReview review={review} />}
    </WaitingList>
  );
}

function WaitingReview({ review }: { review: ReviewSummary }) {
  const { id, title, waitsForMe } = review;
  const reviewPath = useRouteRef(reviewRouteRef)({ id });
  const feedbackPath = useRouteRef(feedbackRouteRef)({ id });
  const due = dueOf(review, Date.now());
  return (
    <WaitingItem
      to={waitsForMe.includes('lead') ? reviewPath : feedbackPath}
      title={title}
    >
      <DutyChips duties={waitsForMe} />
      {due && (
        <span>
          {due.label} {formatTime(due.at)}
        </span>
      )}
      {due?.late && <LateChip />}
    </WaitingItem>
  );
}
