import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Link as RouterLink } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Review } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../components';
import { CopyLinkButton, PageTitle } from '../components/layout';
import { feedbackRouteRef, reportRouteRef, reviewsRouteRef } from '../routes';
import { DutyChips, LateChip, StateChip } from './chips';
import { dueOf } from './due';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    date: { fontSize: theme.typography.pxToRem(13) },
    alerts: {
      display: 'grid',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
      '&:empty': { display: 'none' },
    },
  }),
  { name: 'HindsightReviewHeader' },
);

/** What a review is called, how it stands, and what it asks of the reader. */
export function ReviewHeader(props: { review: Review; actions?: ReactNode }) {
  const classes = useStyles();
  const { review } = props;
  const { id, state, title, amendReason, cancelReason } = review;
  const listPath = useRouteRef(reviewsRouteRef)();
  const feedbackPath = useRouteRef(feedbackRouteRef)({ id });
  const reportPath = useRouteRef(reportRouteRef)({ id });
  const due = dueOf(review, Date.now());
  const deleted = review.deletedIncidentIds.length;
  return (
    <>
      <PageTitle
        title={title}
        above={<Link to={listPath}>Reviews</Link>}
        actions={
          <>
            <CopyLinkButton />
            {props.actions}
          </>
        }
        below={
          <div className={classes.row}>
            <StateChip state={state} />
            <DutyChips duties={review.waitsForMe} />
            {due && (
              <span className={classes.date}>
                {due.label} {formatTime(due.at)}
              </span>
            )}
            {due?.late && <LateChip />}
          </div>
        }
      />
      <div className={classes.alerts}>
        {review.waitsForMe.includes('answer') && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" component={RouterLink} to={feedbackPath}>
                Give feedback
              </Button>
            }
          >
            You took part: your feedback is asked
            {review.feedbackDueAt &&
              ` until ${formatTime(review.feedbackDueAt)}`}
            .
          </Alert>
        )}
        {amendReason && state !== 'published' && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" component={RouterLink} to={reportPath}>
                Read it
              </Button>
            }
          >
            Being amended: {amendReason}. The published report stands until the
            next version.
          </Alert>
        )}
        {state === 'cancelled' && (
          <Alert severity="info">
            Cancelled{cancelReason && `: ${cancelReason}`}. Nothing can be
            changed here any more.
          </Alert>
        )}
        {deleted > 0 && (
          <Alert severity="warning">
            {deleted === 1
              ? 'An incident of this review was deleted since.'
              : `${deleted} incidents of this review were deleted since.`}{' '}
            What was written stays.
          </Alert>
        )}
      </div>
    </>
  );
}
