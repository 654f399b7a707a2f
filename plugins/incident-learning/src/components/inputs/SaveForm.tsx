import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { problemTexts } from '../../api';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), maxWidth: 820 },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    list: { margin: 0, paddingLeft: 18 },
  }),
  { name: 'HindsightSaveForm' },
);

/** One way to save; it says why by failing. */
export interface SaveWay {
  label: string;
  save: () => Promise<void>;
}

/** Fields that are saved by a button. What is refused is told, and nothing of it lost. */
export function SaveForm(props: {
  /** The first one is that of the Enter key. */
  ways: SaveWay[];
  /** Whether there is nothing to save yet. */
  empty: boolean;
  /** What the fields are called. */
  words: Record<string, string>;
  onCancel: () => void;
  /** What to know before saving, above the buttons. */
  notes?: ReactNode;
  /** The fields. */
  children: ReactNode;
}) {
  const classes = useStyles();
  const { ways, empty, words } = props;
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async ({ save }: SaveWay) => {
    setBusy(true);
    try {
      await save();
    } catch (error) {
      setProblems(problemTexts(error, words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.root}
      onSubmit={event => {
        event.preventDefault();
        run(ways[0]);
      }}
    >
      {props.children}
      {problems.length > 0 && (
        <Alert severity="error">
          <ul className={classes.list}>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Alert>
      )}
      {props.notes}
      <div className={classes.buttons}>
        {ways.map((way, index) => (
          <Button
            key={way.label}
            type={index === 0 ? 'submit' : 'button'}
            variant={index === 0 ? 'contained' : 'outlined'}
            color={index === 0 ? 'primary' : 'default'}
            disabled={busy || empty}
            onClick={index === 0 ? undefined : () => run(way)}
          >
            {way.label}
          </Button>
        ))}
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
