import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  REVIEW_TRANSITIONS,
  Review,
  ReviewState,
  reviewPublishPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  WriteRefusal,
  incidentLearningApiRef,
  writeRefusalOf,
} from '../../api';
import { ReasonDialog } from '../ReasonDialog';
import { MissingList } from './Checklist';
import { useReviewContext } from './ReviewContext';
import { useSavingOverview } from './SavingContext';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
  }),
  { name: 'HindsightTransitions' },
);

const DEEDS: Record<ReviewState, string> = {
  scheduled: '',
  gathering: 'Ask for feedback',
  drafting: 'Start drafting',
  'in-review': 'Hand in for review',
  published: 'Publish',
  cancelled: 'Cancel the review',
};

/** Moves the review on; all that stands in the way is told at once. */
export function Transitions(props: { onMoved: (review: Review) => void }) {
  const classes = useStyles();
  const { review } = useReviewContext();
  const { allowed: canPublish } = usePermission({
    permission: reviewPublishPermission,
  });
  const [cancelling, setCancelling] = useState(false);
  const { busy, refusal, move } = useMove(review, props.onMoved);
  const targets = REVIEW_TRANSITIONS[review.state].filter(
    to =>
      (to !== 'published' || canPublish) &&
      (to !== 'cancelled' || review.publishedVersion === undefined),
  );
  return (
    <div className={classes.root}>
      {refusal && (
        <Alert severity="error">
          {refusal.problems ? (
            <>
              Not yet. What is missing:
              <MissingList
                label="Missing for this step"
                missing={refusal.problems}
              />
            </>
          ) : (
            refusal.message
          )}
        </Alert>
      )}
      {targets.map((to, index) => (
        <Button
          key={to}
          variant={index === 0 ? 'contained' : 'outlined'}
          color={index === 0 ? 'primary' : 'default'}
          disabled={busy}
          onClick={() => (to === 'cancelled' ? setCancelling(true) : move(to))}
        >
          {review.state === 'in-review' && to === 'drafting'
            ? 'Back to drafting'
            : DEEDS[to]}
        </Button>
      ))}
      {cancelling && (
        <ReasonDialog
          title="Cancel this review?"
          text="What was written stays readable and cannot be changed any more. Its incidents can be reviewed anew."
          label="Why is no review needed?"
          button="Cancel the review"
          onClose={() => setCancelling(false)}
          onConfirm={reason => {
            setCancelling(false);
            move('cancelled', reason);
          }}
        />
      )}
    </div>
  );
}

function useMove(review: Review, onMoved: (review: Review) => void) {
  const api = useApi(incidentLearningApiRef);
  const { flushAll } = useSavingOverview();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WriteRefusal>();
  const move = async (to: ReviewState, reason?: string) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      if ((await flushAll()) || to === 'cancelled') {
        onMoved(await api.moveReview(review.id, { to, reason }));
      } else {
        setRefusal({
          message:
            'Some parts are not saved yet: finish or undo them first. They are named above.',
        });
      }
    } catch (error) {
      setRefusal(writeRefusalOf(error));
    }
    setBusy(false);
  };
  return { busy, refusal, move };
}
