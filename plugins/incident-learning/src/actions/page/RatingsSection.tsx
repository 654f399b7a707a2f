import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Action,
  ActionRating,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, formatQuantity, formatTime } from '../../components';
import { PersonName } from '../../components/entities';
import { Choice, TextInput } from '../../components/inputs';
import { Section } from '../../components/layout';
import type { ChangeAction } from './ActionView';
import { EffectText } from './EffectText';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(120px, 160px) minmax(0, 1fr) auto',
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    list: {
      margin: theme.spacing(2, 0, 0),
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HindsightActionRatings' },
);

const SCORES: Record<string, string> = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [`${index + 1}`, `${index + 1}`]),
);

/** What stakeholders think of a completed action, and the reader's own word. */
export function RatingsSection(props: {
  action: Action;
  onChange: ChangeAction;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { action, onChange } = props;
  const { id, rating } = action;
  const [score, setScore] = useState('');
  const [comment, setComment] = useState('');
  const { data, error, retry } = useApiData(
    `${id} ${rating?.n} ${rating?.mean}`,
    () => api.listActionRatings(id),
  );
  const rate = () =>
    onChange(async () => {
      const next = await api.rateAction(id, {
        score: Number(score),
        comment: comment.trim() || undefined,
      });
      setScore('');
      setComment('');
      retry();
      return next;
    });
  return (
    <Section
      title="Did it help?"
      note={
        rating
          ? `Mean ${rating.mean.toFixed(1)} of 10, n = ${rating.n}`
          : 'Nobody has rated it yet'
      }
    >
      <EffectText action={action} />
      <div className={classes.form}>
        <Choice
          label="Your rating"
          value={score}
          words={SCORES}
          onChange={setScore}
        />
        <TextInput
          label="Why"
          rows={1}
          hint="1 is without effect, 10 as good as can be. A second rating replaces your first."
          value={comment}
          onChange={setComment}
        />
        <Button variant="outlined" disabled={!score} onClick={rate}>
          Rate
        </Button>
      </div>
      {error && <ErrorState what="the ratings" error={error} onRetry={retry} />}
      {data && data.length > 0 && (
        <ul
          className={classes.list}
          aria-label={formatQuantity(data.length, 'rating')}
        >
          {data.map(one => (
            <RatingItem key={one.by} rating={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RatingItem({ rating }: { rating: ActionRating }) {
  return (
    <li>
      <strong>{rating.score}</strong> by <PersonName entityRef={rating.by} /> on{' '}
      {formatTime(rating.at, 'day')}
      {rating.comment && `: ${rating.comment}`}
    </li>
  );
}
