import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  Action,
  DONE_STATUSES,
  actionSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  incidentLearningApiRef,
  problemTexts,
  writeRefusalOf,
} from '../../api';
import { formatTime } from '../../components';
import { CopyLinkButton, PageTitle, Section } from '../../components/layout';
import { actionsRouteRef, incidentRouteRef } from '../../routes';
import { ActionStatusChip, AttentionChips, PriorityChip } from '../chips';
import { ActionForm } from '../form/ActionForm';
import { TrackerSection } from '../tracker/TrackerSection';
import { ACTION_FIELD_WORDS } from '../words';
import { ActionDetails } from './ActionDetails';
import { ActionHistory } from './ActionHistory';
import { ActionMoves } from './ActionMoves';
import { ProgressSection } from './ProgressSection';
import { RatingsSection } from './RatingsSection';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    // What can be done stays beside what it is done to, on wide screens too.
    page: { maxWidth: 1000 },
    row: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
  }),
  { name: 'HindsightActionView' },
);

/** A change of the action that stands, by whatever part of the page asks for it. */
export type ChangeAction = (
  change: (action: Action) => Promise<Action>,
) => Promise<void>;

/** An action with its whole story, and what can be done next. */
export function ActionView({ loaded }: { loaded: Action }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const listPath = useRouteRef(actionsRouteRef)();
  const [action, setAction] = useState(loaded);
  // What stands, for changes that are asked for faster than they are answered.
  const standing = useRef(loaded);
  const pending = useRef(Promise.resolve());
  const [editing, setEditing] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);

  const show = (next: Action) => {
    standing.current = next;
    setAction(next);
  };
  const tryChange: ChangeAction = async run => {
    try {
      show(await run(standing.current));
      setProblems([]);
    } catch (error) {
      // What somebody else made of it is shown; the reader decides again.
      const { current } = writeRefusalOf(error);
      const theirs = actionSchema.safeParse(current);
      if (theirs.success) {
        show(theirs.data);
      }
      setProblems(problemTexts(error, ACTION_FIELD_WORDS));
    }
  };
  const change: ChangeAction = run => {
    pending.current = pending.current.then(() => tryChange(run));
    return pending.current;
  };
  const done = (DONE_STATUSES as readonly string[]).includes(action.status);
  const settled = done || action.status === 'cancelled';
  return (
    <div className={classes.page}>
      <PageTitle
        title={action.title}
        above={<Link to={listPath}>Actions</Link>}
        below={
          <div className={classes.row}>
            <ActionStatusChip action={action} />
            <PriorityChip priority={action.priority} />
            <AttentionChips action={action} />
          </div>
        }
        actions={
          <>
            <CopyLinkButton />
            {!settled && !editing && (
              <Button variant="outlined" onClick={() => setEditing(true)}>
                Edit
              </Button>
            )}
          </>
        }
      />
      <div className={classes.root}>
        {problems.map(problem => (
          <Alert key={problem} severity="error">
            {problem}
          </Alert>
        ))}
        {action.reopened && <Reopened reopened={action.reopened} />}
        {editing ? (
          <Section title="Edit the action">
            <ActionForm
              action={action}
              saveLabel="Save"
              onSave={async content => {
                show(
                  await api.updateAction(action.id, action.revision, {
                    ...content,
                    description: content.description ?? null,
                    owner: content.owner ?? null,
                    dueDate: content.dueDate ?? null,
                    successCriteria: content.successCriteria ?? null,
                    category: content.category ?? null,
                    externalLink: content.externalLink ?? null,
                  }),
                );
                setEditing(false);
              }}
              onCancel={() => setEditing(false)}
            />
          </Section>
        ) : (
          <ActionDetails action={action} />
        )}
        {!editing && <ActionMoves action={action} onChange={change} />}
        {(action.status === 'open' || action.status === 'in-progress') && (
          <ProgressSection action={action} onChange={change} />
        )}
        {done && <RatingsSection action={action} onChange={change} />}
        <TrackerSection action={action} onChange={change} />
        <ActionHistory action={action} />
      </div>
    </div>
  );
}

function Reopened(props: { reopened: NonNullable<Action['reopened']> }) {
  const { at, reason, incidentId } = props.reopened;
  const incidentPath = useRouteRef(incidentRouteRef);
  return (
    <Alert severity="warning">
      Taken up again on {formatTime(at)}: {reason}.{' '}
      {incidentId && (
        <Link to={incidentPath({ id: incidentId })} underline="always">
          See the incident
        </Link>
      )}
    </Alert>
  );
}
