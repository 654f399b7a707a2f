import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { problemTexts } from '../../api';
import { LessonFields, LessonValues } from '../../reviews/form/LessonFields';
import { LESSON_FIELD_WORDS } from '../words';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), maxWidth: 820 },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    list: { margin: 0, paddingLeft: 18 },
  }),
  { name: 'HindsightLessonForm' },
);

/** One way to save; it says why by failing. */
export interface LessonSave {
  label: string;
  save: (values: LessonValues) => Promise<void>;
}

/** The fields of a lesson. What is refused is told, and nothing of it lost. */
export function LessonForm(props: {
  initial: LessonValues;
  /** Whether what it says cannot be changed. */
  fixed?: boolean;
  /** The first one is that of the Enter key. */
  saves: LessonSave[];
  onCancel: () => void;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const [values, setValues] = useState(props.initial);
  const [problems, setProblems] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async ({ save }: LessonSave) => {
    setBusy(true);
    try {
      await save(values);
    } catch (error) {
      setProblems(problemTexts(error, LESSON_FIELD_WORDS));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.root}
      onSubmit={event => {
        event.preventDefault();
        run(props.saves[0]);
      }}
    >
      <LessonFields
        open
        fixed={props.fixed}
        value={values}
        onChange={patch => setValues(before => ({ ...before, ...patch }))}
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
      {props.children}
      <div className={classes.buttons}>
        {props.saves.map((save, index) => (
          <Button
            key={save.label}
            type={index === 0 ? 'submit' : 'button'}
            variant={index === 0 ? 'contained' : 'outlined'}
            color={index === 0 ? 'primary' : 'default'}
            disabled={busy || !values.statement.trim()}
            onClick={index === 0 ? undefined : () => run(save)}
          >
            {save.label}
          </Button>
        ))}
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
