import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  Action,
  ActionInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { problemTexts } from '../../api';
import {
  ActionFields,
  ActionValues,
  actionValuesOf,
} from '../../reviews/form/ActionFields';
import { ACTION_FIELD_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), maxWidth: 820 },
    buttons: { display: 'flex', gap: theme.spacing(1) },
    list: { margin: 0, paddingLeft: 18 },
  }),
  { name: 'HindsightActionForm' },
);

/** What is written of an action, an empty text being none. */
export type ActionContent = Pick<
  ActionInput,
  | 'title'
  | 'kind'
  | 'priority'
  | 'description'
  | 'owner'
  | 'dueDate'
  | 'successCriteria'
  | 'category'
  | 'externalLink'
> & { status?: 'idea' | 'open' };

/** The fields of an action, saved by a button. What is refused is told, and nothing of it lost. */
export function ActionForm(props: {
  action?: Action;
  saveLabel: string;
  onSave: (content: ActionContent) => Promise<void>;
  onCancel: () => void;
}) {
  const classes = useStyles();
  const [value, setValue] = useState(() => actionValuesOf(props.action));
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await props.onSave(contentOf(value));
    } catch (error) {
      setProblems(problemTexts(error, ACTION_FIELD_WORDS));
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.root}
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <ActionFields
        value={value}
        onChange={patch => setValue(before => ({ ...before, ...patch }))}
      />
      {problems.length > 0 && (
        <Alert severity="error">
          <ul className={classes.list}>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={busy || !value.title.trim()}
        >
          {props.saveLabel}
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

function contentOf(value: ActionValues): ActionContent {
  const { title, kind, priority, status } = value;
  return {
    title,
    kind,
    priority,
    status: status === 'idea' || status === 'open' ? status : undefined,
    description: value.description || undefined,
    owner: value.owner || undefined,
    dueDate: value.dueDate || undefined,
    successCriteria: value.successCriteria || undefined,
    category: value.category || undefined,
    externalLink: value.externalLink || undefined,
  };
}
