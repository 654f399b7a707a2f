import { KeyboardEvent, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { TimelineAnalysisEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../../components';
import { eventOf } from './events';
import { readLines } from './readLines';
import { Field } from '../parts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    field: { flex: '1 1 280px' },
    button: { minHeight: 40 },
  }),
  { name: 'HindsightAddEvents' },
);

/** Adds events as they are typed or pasted, one a line. */
export function AddEvents(props: {
  /** The day of a line that says only a time, such as `2024-05-17`. */
  day?: string;
  onAdd: (events: TimelineAnalysisEvent[]) => void;
}) {
  const classes = useStyles();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const read = readLines(text, props.day);
  const count = read.events.length;
  const add = () => {
    setRefused(read.problems.length > 0);
    if (count > 0) {
      props.onAdd(read.events.map(eventOf));
      // Lines that could not be read stay, to be mended.
      setText(read.problems.map(problem => problem.text).join('\n'));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, nativeEvent } = event;
    if (key === 'Enter' && !shiftKey && !altKey && !nativeEvent.isComposing) {
      event.preventDefault();
      add();
    }
  };
  const [problem] = refused ? read.problems : [];
  return (
    <div className={classes.root}>
      <Field
        className={classes.field}
        label="Add events, one a line"
        placeholder="2024-05-17 09:30 decision: roll the release back"
        multiline
        maxRows={8}
        error={problem !== undefined}
        helperText={
          problem
            ? `${
                read.problems.length > 1
                  ? `${read.problems.length} lines could not be read. `
                  : ''
              }“${problem.text.trim().slice(0, 60)}” ${problem.message}`
            : 'Type or paste; times in UTC, the date may be left out after the first. Enter adds, Shift+Enter begins a line.'
        }
        value={text}
        onChange={event => {
          setText(event.target.value);
          setRefused(false);
        }}
        onKeyDown={onKeyDown}
      />
      <Button
        className={classes.button}
        variant="outlined"
        disabled={text.trim() === ''}
        onClick={add}
      >
        {count > 1 ? `Add ${formatQuantity(count, 'event')}` : 'Add'}
      </Button>
    </div>
  );
}
