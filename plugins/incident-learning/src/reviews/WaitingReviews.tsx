import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ReviewSummary } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatTime,
} from '../components';
import { feedbackRouteRef, reviewRouteRef, reviewsRouteRef } from '../routes';
import { DutyChips, LateChip } from './chips';
import { dueOf } from './due';
import { useReviews } from './list/useReviews';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 0.75),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightWaitingReviews' },
);

const FIRST = 5;

/** The reviews that the reader leads or has not answered, for the home page. */
export function WaitingReviews() {
  const classes = useStyles();
  const listPath = useRouteRef(reviewsRouteRef)();
  const { data, error, retry } = useReviews({ waitsForMe: true }, FIRST);
  if (error) {
    return <ErrorState what="the reviews" error={error} onRetry={retry} />;
  }
  if (!data) {
    return <LoadingState what="reviews" variant="table" count={3} />;
  }
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="No review waits for you"
        description="Those that you lead, and those that ask for your feedback, appear here."
        action={<Link to={listPath}>All reviews</Link>}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Reviews that wait for me">
        {data.items.map(review => (
          <WaitingReview key={review.id} review={review} />
        ))}
      </ul>
      {data.totalItems > data.items.length && (
        <Link to={`${listPath}?waitsForMe=true`}>All {data.totalItems}</Link>
      )}
    </>
  );
}

function WaitingReview({ review }: { review: ReviewSummary }) {
  const classes = useStyles();
  const { id, title, waitsForMe } = review;
  const reviewPath = useRouteRef(reviewRouteRef)({ id });
  const feedbackPath = useRouteRef(feedbackRouteRef)({ id });
  const due = dueOf(review, Date.now());
  return (
    <li className={classes.item}>
      <Link to={waitsForMe.includes('lead') ? reviewPath : feedbackPath}>
        {title}
      </Link>
      <div className={classes.row}>
        <DutyChips duties={waitsForMe} />
        {due && (
          <span>
            {due.label} {formatTime(due.at)}
          </span>
        )}
        {due?.late && <LateChip />}
      </div>
    </li>
  );
}
