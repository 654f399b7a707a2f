import { useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import {
  FEEDBACK_QUESTIONS,
  FEEDBACK_SHOWN_FROM,
  FeedbackAnswers,
  FeedbackSummary,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { EmptyState, formatTime } from '../../components';
import { TextInput } from '../../components/inputs';
import { PickOne } from './PickOne';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
      maxWidth: 760,
      padding: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    intro: { margin: 0, lineHeight: 1.5 },
    hint: {
      margin: 0,
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightFeedbackForm' },
);

const ASKING: Review['state'][] = ['gathering', 'drafting', 'in-review'];
const YES_NO = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;
const RATINGS = [
  ['1', '1, badly'],
  ['2', '2'],
  ['3', '3'],
  ['4', '4'],
  ['5', '5, very well'],
] as const;

interface FeedbackFormProps {
  review: Review;
  feedback: FeedbackSummary;
  reviewPath: string;
}

/**
 * What a participant is asked. What is typed is kept nowhere before it is
 * sent: a draft under somebody's name would undo an anonymous answer.
 */
export function FeedbackForm(props: FeedbackFormProps) {
  const { review, feedback, reviewPath } = props;
  const [sent, setSent] = useState(false);
  const back = <Link to={reviewPath}>Go to the review</Link>;
  if (sent) {
    return (
      <EmptyState
        title="Thank you"
        description="Your feedback goes into the review."
        action={back}
      />
    );
  }
  if (!ASKING.includes(review.state)) {
    return (
      <EmptyState
        title="Feedback is not asked now"
        description={
          review.state === 'scheduled'
            ? 'The review has not started yet. You are told when it does.'
            : 'The review is over. What you would add can go into an amendment: tell its facilitator.'
        }
        action={back}
      />
    );
  }
  if (!feedback.waitsForMe && !feedback.mine) {
    return (
      <EmptyState
        title="No answer of yours is open"
        description="You have answered anonymously already, which cannot be changed any more, or you are not among the participants."
        action={back}
      />
    );
  }
  return <Questions {...props} onSent={() => setSent(true)} />;
}

function Questions(props: FeedbackFormProps & { onSent: () => void }) {
  const classes = useStyles();
  const { review, feedback } = props;
  const api = useApi(incidentLearningApiRef);
  const mine = feedback.mine?.answers;
  const [answers, setAnswers] = useState<FeedbackAnswers>(mine ?? {});
  const [anonymous, setAnonymous] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const change = (patch: FeedbackAnswers) =>
    setAnswers({ ...answers, ...patch });

  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.giveFeedback(review.id, {
        answers: filled(answers),
        anonymous,
      });
      props.onSent();
    } catch (caught) {
      setError(refusalText(caught));
      setBusy(false);
    }
  };

  return (
    <Paper variant="outlined" className={classes.root}>
      <p className={classes.intro}>
        Answer what you have something to say on. It is about how things came
        about, not about who did them.
        {review.feedbackDueAt && ` Due ${formatTime(review.feedbackDueAt)}.`}
      </p>
      {FEEDBACK_QUESTIONS.map(([name, question]) => (
        <TextInput
          key={name}
          label={question}
          rows={2}
          value={answers[name] ?? ''}
          onChange={text => change({ [name]: text })}
        />
      ))}
      <PickOne
        label="Did you learn something that will change your work?"
        options={YES_NO}
        value={yesNo(answers.learnedSomething)}
        onChange={value => change({ learnedSomething: isYes(value) })}
      />
      <PickOne
        label="Would you attend such a review again?"
        options={YES_NO}
        value={yesNo(answers.wouldAttendAgain)}
        onChange={value => change({ wouldAttendAgain: isYes(value) })}
      />
      <PickOne
        label="How well did the response go?"
        options={RATINGS}
        value={answers.responseRating?.toString()}
        onChange={value =>
          change({ responseRating: value ? Number(value) : undefined })
        }
      />
      {mine ? (
        <p className={classes.hint}>
          You have answered by name. Sending again replaces your answer.
        </p>
      ) : (
        <div>
          <FormControlLabel
            control={
              <Switch
                color="primary"
                checked={anonymous}
                onChange={(_, on) => setAnonymous(on)}
              />
            }
            label="Answer anonymously"
          />
          <p className={classes.hint}>
            {anonymous
              ? `That you answered is stored apart from what you answered, and nothing links them. Anonymous answers are shown from ${FEEDBACK_SHOWN_FROM} on, in no order. You cannot change yours afterwards. Your style of writing may still give you away.`
              : 'Your name stands with your answer for those who write the review. It never enters the published report.'}
          </p>
        </div>
      )}
      {error && <Alert severity="error">Not sent: {error}</Alert>}
      <div>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={send}
        >
          {busy ? 'Sending…' : sendLabel(anonymous)}
        </Button>
      </div>
    </Paper>
  );
}

function sendLabel(anonymous: boolean): string {
  return anonymous ? 'Send anonymously' : 'Send';
}

function filled(answers: FeedbackAnswers): FeedbackAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) => typeof answer !== 'string' || answer.trim() !== '',
    ),
  );
}

function yesNo(answer: boolean | undefined): string | undefined {
  if (answer === undefined) {
    return undefined;
  }
  return answer ? 'yes' : 'no';
}

function isYes(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'yes';
}
