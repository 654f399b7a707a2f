import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { RiskProfile } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { ModelFields } from './ModelFields';
import { ModelValues, modelOf, modelValuesOf } from './modelValues';

const useStyles = makeStyles(
  theme => ({
    fields: { display: 'grid', gap: theme.spacing(2), paddingTop: 8 },
  }),
  { name: 'IncidentLearningProfileDialog' },
);

/** Creates a profile, or gives one its next version. */
export function ProfileDialog(props: {
  profile?: RiskProfile;
  onClose: () => void;
  onSaved: () => void;
}) {
  const classes = useStyles();
  const titleId = useId();
  const ids = { name: useId(), description: useId(), note: useId() };
  const { profile, onClose, onSaved } = props;
  const api = useApi(incidentLearningApiRef);
  const [name, setName] = useState(profile?.name ?? '');
  const [description, setDescription] = useState(profile?.description ?? '');
  const [note, setNote] = useState('');
  const [values, setValues] = useState<ModelValues>(
    modelValuesOf(profile?.versions[0].model),
  );
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { model, problems } = modelOf(values);
  const unnamed = asked && !name.trim();

  const save = async () => {
    setAsked(true);
    if (!name.trim() || !model) {
      return;
    }
    setBusy(true);
    setError(undefined);
    const content = {
      name: name.trim(),
      model,
      note: note.trim() || undefined,
    };
    try {
      await (profile
        ? api.updateRiskProfile(profile.id, profile.revision, {
            ...content,
            description: description.trim() || null,
          })
        : api.createRiskProfile({
            ...content,
            description: description.trim() || undefined,
          }));
      onSaved();
    } catch (caught) {
      const refusal = writeRefusalOf(caught);
      setError(
        refusal.problems?.map(p => `${p.path} ${p.message}`).join('; ') ??
          refusal.message,
      );
      setBusy(false);
    }
  };
  const text = {
    variant: 'outlined',
    size: 'small',
    fullWidth: true,
    InputLabelProps: { shrink: true },
  } as const;

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {profile ? `New version of ${profile.name}` : 'Create a profile'}
      </DialogTitle>
      <DialogContent>
        <div className={classes.fields}>
          <TextField
            {...text}
            id={ids.name}
            label="Name"
            value={name}
            error={unnamed}
            helperText={unnamed ? 'A name is missing: write one' : undefined}
            inputProps={{ maxLength: 100 }}
            onChange={event => setName(event.target.value)}
          />
          <TextField
            {...text}
            id={ids.description}
            label="Description"
            multiline
            value={description}
            onChange={event => setDescription(event.target.value)}
          />
          <ModelFields
            values={values}
            problems={problems}
            onChange={setValues}
          />
          <TextField
            {...text}
            id={ids.note}
            label="Why it weighs so"
            multiline
            value={note}
            onChange={event => setNote(event.target.value)}
          />
        </div>
        {error && <Alert severity="error">Not saved: {error}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          Back
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy || !model}
          onClick={save}
        >
          {busy ? 'Saving…' : 'Save'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
