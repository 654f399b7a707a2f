import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  ACTION_TRANSITIONS,
  Action,
  ActionStatus,
  isReopening,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { ReasonDialog } from '../../reviews/ReasonDialog';
import type { ChangeAction } from './ActionView';
import { VerifyDialog } from './VerifyDialog';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'HindsightActionMoves' },
);

/** What the button to a status says. */
function buttonWords(from: ActionStatus, to: ActionStatus): string {
  if (isReopening(from, to)) {
    return 'Reopen';
  }
  const words: Record<ActionStatus, string> = {
    idea: 'Make it an idea again',
    open: from === 'idea' ? 'Commit' : 'Put it on hold',
    'in-progress': 'Start',
    completed: 'Complete',
    verified: 'Verify',
    cancelled: 'Cancel the action',
  };
  return words[to];
}

/** The ways on from where an action stands. */
export function ActionMoves(props: { action: Action; onChange: ChangeAction }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const { action, onChange } = props;
  const [asking, setAsking] = useState<ActionStatus>();
  const ways = ACTION_TRANSITIONS[action.status];
  const move = (to: ActionStatus, more: object = {}) =>
    onChange(({ id, revision }) =>
      api.moveAction(id, revision, { to, ...more }),
    );
  const asks = (to: ActionStatus) =>
    to === 'verified' || to === 'cancelled' || isReopening(action.status, to);
  return (
    <>
      <div className={classes.root} role="group" aria-label="Next steps">
        {ways.map((to, index) => {
          // The first is the way on; to reopen is a way back.
          const onward = index === 0 && !isReopening(action.status, to);
          return (
            <Button
              key={to}
              variant={onward ? 'contained' : 'outlined'}
              color={onward ? 'primary' : 'default'}
              onClick={() => (asks(to) ? setAsking(to) : move(to))}
            >
              {buttonWords(action.status, to)}
            </Button>
          );
        })}
      </div>
      {asking === 'verified' && (
        <VerifyDialog
          onClose={() => setAsking(undefined)}
          onConfirm={verification => {
            setAsking(undefined);
            move('verified', { verification });
          }}
        />
      )}
      {asking && asking !== 'verified' && (
        <ReasonDialog
          title={`${buttonWords(action.status, asking)}?`}
          text={
            asking === 'cancelled'
              ? 'It stays on record with your reason, and counts neither as done nor as promised.'
              : 'It is open again for its owner, and its story says why.'
          }
          label="Why"
          button={buttonWords(action.status, asking)}
          onClose={() => setAsking(undefined)}
          onConfirm={reason => {
            setAsking(undefined);
            move(asking, { reason });
          }}
        />
      )}
    </>
  );
}
