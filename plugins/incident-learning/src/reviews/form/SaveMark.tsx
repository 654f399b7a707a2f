import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { TEXT_CONTRAST, toneColor } from '../../components/palette';
import type { AutoSaved } from './useAutoSave';

const useStyles = makeStyles(
  theme => ({
    bad: { color: toneColor(theme, 'error', TEXT_CONTRAST) },
  }),
  { name: 'HindsightSaveMark' },
);

const WORDS = {
  saved: 'Saved',
  unsaved: 'Not saved yet',
  saving: 'Saving…',
  incomplete: 'Kept in this browser',
  conflict: 'Changed by somebody else',
  failed: 'Not saved',
};

/** Says whether a part is saved, and what keeps it from being. */
export function SaveMark(props: {
  saving: Pick<AutoSaved<unknown>, 'state' | 'problem' | 'flush'>;
}) {
  const classes = useStyles();
  const { state, problem, flush } = props.saving;
  const bad = state === 'failed' || state === 'conflict';
  return (
    <span role="status" className={bad ? classes.bad : undefined}>
      {WORDS[state]}
      {problem && `: ${problem}`}
      {state === 'failed' && (
        <>
          {' '}
          <Button size="small" color="inherit" onClick={() => void flush()}>
            Try again
          </Button>
        </>
      )}
    </span>
  );
}
