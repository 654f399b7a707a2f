import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { refusalText } from '../api';
import type { SaveState } from './editing';

const useStyles = makeStyles(
  theme => ({
    word: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
      whiteSpace: 'nowrap',
    },
    problems: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
  { name: 'HindsightSaveStatus' },
);

const WORDS: Record<SaveState['is'], string> = {
  saved: 'Saved',
  waiting: 'Writing…',
  saving: 'Saving…',
  incomplete: 'Not saved yet',
  failed: 'Not saved',
  conflict: 'Not saved',
};

/** Where saving stands, in a word. */
export function SaveStatus({ state }: { state: SaveState }) {
  const classes = useStyles();
  return (
    <span className={classes.word} role="status">
      {WORDS[state.is]}
    </span>
  );
}

/** Why nothing is saved, and what to do. */
export function SaveProblem(props: { state: SaveState; onRetry: () => void }) {
  const classes = useStyles();
  const { state } = props;
  if (state.is === 'incomplete') {
    return (
      <Alert severity="warning">
        Not saved yet; a draft is kept in this browser.
        <ul className={classes.problems}>
          {state.problems.slice(0, 5).map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (state.is === 'failed') {
    return (
      <Alert
        severity="error"
        action={
          <Button color="inherit" size="small" onClick={props.onRetry}>
            Save again
          </Button>
        }
      >
        Not saved: {refusalText(state.error)} What you wrote is kept in this
        browser.
      </Alert>
    );
  }
  return null;
}
