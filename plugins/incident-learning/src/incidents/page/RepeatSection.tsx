import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  Incident,
  RepeatVerdict,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, useApiData } from '../../api';
import { ErrorState, formatTime } from '../../components';
import { incidentRouteRef } from '../../routes';
import { Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
    why: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningRepeat' },
);

const TITLES = {
  suspected: 'Suspected repeat',
  confirmed: 'Confirmed repeat',
  rejected: 'Not a repeat',
};

/** Which incident this one repeats, and the judgement on it. */
export function RepeatSection(props: {
  incident: Incident;
  canJudge: boolean;
  onJudged: (incident: Incident) => void;
}) {
  const { incident } = props;
  return incident.repeat ? (
    <Judgement {...props} repeat={incident.repeat} />
  ) : null;
}

function Judgement(props: {
  incident: Incident;
  repeat: NonNullable<Incident['repeat']>;
  canJudge: boolean;
  onJudged: (incident: Incident) => void;
}) {
  const classes = useStyles();
  const { incident, repeat, canJudge, onJudged } = props;
  const api = useApi(incidentLearningApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const earlier = useApiData(repeat.of, () => api.getIncident(repeat.of));

  const judge = async (verdict: RepeatVerdict['verdict']) => {
    setBusy(true);
    setError(undefined);
    try {
      onJudged(await api.judgeRepeat(incident.id, { of: repeat.of, verdict }));
    } catch (caught) {
      setError(caught as Error);
    }
    setBusy(false);
  };
  const button = (verdict: RepeatVerdict['verdict'], label: string) => (
    <Button
      size="small"
      variant="outlined"
      disabled={busy}
      onClick={() => judge(verdict)}
    >
      {label}
    </Button>
  );

  return (
    <Section title={TITLES[repeat.state]}>
      <div role="status">
        {earlier.error && (
          <ErrorState
            what="the earlier incident"
            error={earlier.error}
            onRetry={earlier.retry}
          />
        )}
        {!earlier.error &&
          (earlier.data?.id === repeat.of ? (
            <EarlierIncident earlier={earlier.data} state={repeat.state} />
          ) : (
            <Skeleton width="60%" />
          ))}
      </div>
      {repeat.state === 'suspected' && (
        <Typography variant="body2" className={classes.why}>
          Same category, attack vector and primary entity, within the time that
          repeats are looked for. Nobody has said yet whether it is one.
        </Typography>
      )}
      {error && (
        <Alert severity="error">Not recorded: {refusalText(error)}</Alert>
      )}
      {canJudge && (
        <div className={classes.actions}>
          {repeat.state !== 'confirmed' &&
            button('confirmed', 'Confirm repeat')}
          {repeat.state !== 'rejected' &&
            button('rejected', 'Reject: not a repeat')}
        </div>
      )}
    </Section>
  );
}

const SENTENCES = {
  suspected: 'This looks like a repeat of',
  confirmed: 'This is a repeat of',
  rejected: 'Somebody found that this is no repeat of',
};

function EarlierIncident(props: {
  earlier: Incident;
  state: keyof typeof SENTENCES;
}) {
  const { earlier, state } = props;
  const path = useRouteRef(incidentRouteRef)({ id: earlier.id });
  const precision =
    earlier.periodPrecision === 'exact' ? 'day' : earlier.periodPrecision;
  return (
    <Typography variant="body2">
      {SENTENCES[state]}{' '}
      <Link to={path} underline="always">
        {earlier.title}
      </Link>{' '}
      ({formatTime(earlier.periodAt, precision)}).
    </Typography>
  );
}
