import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import {
  Action,
  ActionTracking,
  DONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { Choice, TextInput } from '../../components/inputs';
import type { ChangeTracking } from './TrackerSection';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2.5) },
    row: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr) 160px',
      alignItems: 'start',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(1),
      },
    },
    button: { minHeight: 40 },
    text: {
      margin: 0,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.6,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightNewIssue' },
);

/** A place for an issue, as one value. */
interface Place {
  tracker: string;
  target: string;
}

/** Lets an issue be created for an action, or one that there is be linked. */
export function NewIssue(props: {
  action: Action;
  trackers: ActionTracking['trackers'];
  busy: boolean;
  onChange: ChangeTracking;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { action, trackers, busy, onChange } = props;
  const [chosen, setChosen] = useState<string>();
  const [url, setUrl] = useState('');
  const places = placesOf(trackers);
  const keys = Object.keys(places);
  const place = chosen !== undefined && places[chosen] ? chosen : keys[0];
  const names = trackers.map(({ title }) => title).join(' or ');
  return (
    <div className={classes.root}>
      <p className={classes.text}>
        No issue tracks this action. One that does is followed from here: closed
        as completed, it completes the action.
      </p>
      {trackers.map(
        ({ id, problem }) =>
          problem && (
            <Alert key={id} severity="warning">
              {problem}
            </Alert>
          ),
      )}
      {place !== undefined && !isSettled(action) && (
        <div className={classes.row}>
          <Choice
            label="Create an issue in"
            value={place}
            words={Object.fromEntries(
              keys.map(key => [key, places[key].words]),
            )}
            onChange={setChosen}
          />
          <Button
            className={classes.button}
            variant="outlined"
            disabled={busy}
            onClick={() =>
              onChange(() => {
                const { tracker, target } = places[place];
                return api.createActionIssue(action.id, { tracker, target });
              })
            }
          >
            {busy ? 'Asking…' : 'Create issue'}
          </Button>
        </div>
      )}
      <div className={classes.row}>
        <TextInput
          label="Link an issue that there is"
          value={url}
          hint={`The address of its page in ${names}`}
          onChange={setUrl}
        />
        <Button
          className={classes.button}
          variant="outlined"
          disabled={busy || !url.trim()}
          onClick={() =>
            onChange(() => api.linkActionIssue(action.id, { url: url.trim() }))
          }
        >
          Link issue
        </Button>
      </div>
    </div>
  );
}

function placesOf(
  trackers: ActionTracking['trackers'],
): Record<string, Place & { words: string }> {
  return Object.fromEntries(
    trackers.flatMap(tracker =>
      tracker.targets.map(target => [
        `${tracker.id} ${target.id}`,
        {
          tracker: tracker.id,
          target: target.id,
          words: `${tracker.title}: ${target.title}`,
        },
      ]),
    ),
  );
}

function isSettled({ status }: Action): boolean {
  return (
    status === 'cancelled' ||
    (DONE_STATUSES as readonly string[]).includes(status)
  );
}
