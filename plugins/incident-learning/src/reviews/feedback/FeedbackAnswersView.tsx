import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  FEEDBACK_QUESTIONS,
  FEEDBACK_SHOWN_FROM,
  FeedbackAnswers,
  FeedbackSummary,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity, formatShare } from '../../components';
import { Facts } from '../../components/layout';
import { PersonName } from '../../components/entities';
import { useReviewContext } from '../form/ReviewContext';
import { TakeButton } from './TakeButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    question: {
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 700,
    },
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    answer: {
      display: 'grid',
      gap: theme.spacing(0.5),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    by: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      whiteSpace: 'normal',
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightFeedbackAnswers' },
);

/** The answers by question, with how many said what. */
export function FeedbackAnswersView(props: {
  feedback: FeedbackSummary;
  onReload: () => void;
}) {
  const classes = useStyles();
  const { readOnly } = useReviewContext();
  const { feedback } = props;
  const { answers, withheld, waitingFor } = feedback;
  return (
    <div className={classes.root}>
      <div>
        {answers.length === 0 && (
          <Typography color="textSecondary">
            No answer to show yet. Participants are asked and reminded by
            notifications.
          </Typography>
        )}
        {withheld > 0 && (
          <Typography color="textSecondary">
            {formatQuantity(withheld, 'anonymous answer')} held back: they are
            shown from {FEEDBACK_SHOWN_FROM} on, so that nobody can be told.
          </Typography>
        )}
        {waitingFor.length > 0 && (
          <Typography component="div" variant="body2">
            Waiting for{' '}
            {waitingFor.map((ref, index) => (
              <span key={ref}>
                {index > 0 && ', '}
                <PersonName entityRef={ref} />
              </span>
            ))}
          </Typography>
        )}
      </div>
      <Counts answers={answers.map(({ answers: said }) => said)} />
      {FEEDBACK_QUESTIONS.map(([name, question]) => {
        const said = answers.flatMap(({ by, answers: all }) =>
          all[name] ? [{ by, text: all[name] }] : [],
        );
        return (
          said.length > 0 && (
            <div key={name} role="group" aria-label={question}>
              <h4 className={classes.question}>{question}</h4>
              <ul className={classes.list}>
                {said.map(({ by, text }, index) => (
                  <li key={index} className={classes.answer}>
                    {text}
                    <span className={classes.by}>
                      {by ? <PersonName entityRef={by} /> : 'Anonymous'}
                      {!readOnly && <TakeButton question={name} text={text} />}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      <div>
        <Button size="small" onClick={props.onReload}>
          Look for new answers
        </Button>
      </div>
    </div>
  );
}

function Counts(props: { answers: FeedbackAnswers[] }) {
  const { answers } = props;
  const ratings = answers.flatMap(a => a.responseRating ?? []);
  const sum = ratings.reduce((all, rating) => all + rating, 0);
  return (
    <Facts
      facts={[
        ['Learned something', shareOf(answers.map(a => a.learnedSomething))],
        ['Would attend again', shareOf(answers.map(a => a.wouldAttendAgain))],
        [
          'Response',
          ratings.length > 0
            ? `mean ${(sum / ratings.length).toFixed(1)} of 5, n ${
                ratings.length
              }`
            : undefined,
        ],
      ]}
    />
  );
}

function shareOf(said: (boolean | undefined)[]): string | undefined {
  const answered = said.filter(answer => answer !== undefined);
  const yes = answered.filter(Boolean).length;
  return answered.length > 0
    ? `${formatShare(yes / answered.length)}, ${yes} of ${answered.length}`
    : undefined;
}
