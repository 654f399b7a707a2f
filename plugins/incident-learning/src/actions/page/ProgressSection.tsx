import { useEffect, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Slider from '@material-ui/core/Slider';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { TextInput } from '../../components/inputs';
import { Section } from '../../components/layout';
import type { ChangeAction } from './ActionView';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), maxWidth: 560 },
    // Room for the thumb at both ends.
    slider: { padding: theme.spacing(0, 1) },
    label: { fontSize: theme.typography.pxToRem(14) },
    save: { justifySelf: 'start' },
  }),
  { name: 'HindsightActionProgress' },
);

/** Says how far an action is; 100 completes it. */
export function ProgressSection(props: {
  action: Action;
  onChange: ChangeAction;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const labelId = useId();
  const { action, onChange } = props;
  const [progress, setProgress] = useState(action.progress);
  const [note, setNote] = useState('');
  useEffect(() => setProgress(action.progress), [action.progress]);
  const save = () =>
    onChange(async ({ id, revision }) => {
      const next = await api.noteActionProgress(id, revision, {
        progress,
        note: note.trim() || undefined,
      });
      setNote('');
      return next;
    });
  return (
    <Section title="Progress">
      <div className={classes.root}>
        <div>
          <div id={labelId} className={classes.label}>
            {progress} % done
          </div>
          <div className={classes.slider}>
            <Slider
              value={progress}
              step={5}
              marks={[{ value: 0 }, { value: 50 }, { value: 100 }]}
              aria-labelledby={labelId}
              getAriaValueText={value => `${value} %`}
              onChange={(_, value) => setProgress(value as number)}
            />
          </div>
        </div>
        <TextInput
          label="Note"
          rows={1}
          hint="What was done, what is next, what is in the way"
          value={note}
          onChange={setNote}
        />
        <Button
          className={classes.save}
          variant="outlined"
          disabled={progress === action.progress && !note.trim()}
          onClick={save}
        >
          {progress === 100 ? 'Complete' : 'Note progress'}
        </Button>
      </div>
    </Section>
  );
}
