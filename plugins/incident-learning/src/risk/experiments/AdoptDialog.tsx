import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RiskExperiment,
  riskProfileActivatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData, writeRefusalOf } from '../../api';

const useStyles = makeStyles(
  theme => ({ fields: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'IncidentLearningAdoptDialog' },
);

const NEW = 'new';

/** Asks as what an experiment is adopted, why, and whether it decides at once. */
export function AdoptDialog(props: {
  experiment: RiskExperiment;
  onClose: () => void;
  onAdopted: (experiment: RiskExperiment) => void;
}) {
  const classes = useStyles();
  const ids = { title: useId(), text: useId(), as: useId() };
  const nameId = useId();
  const noteId = useId();
  const { experiment, onClose, onAdopted } = props;
  const api = useApi(incidentLearningApiRef);
  const profiles = useApiData('profiles', () => api.listRiskProfiles());
  const { allowed: canActivate } = usePermission({
    permission: riskProfileActivatePermission,
  });
  const [as, setAs] = useState(NEW);
  const [name, setName] = useState(experiment.title.slice(0, 100));
  const [note, setNote] = useState('');
  const [activate, setActivate] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const noNote = asked && !note.trim();
  const noName = asked && as === NEW && !name.trim();

  const adopt = async () => {
    setAsked(true);
    if (!note.trim() || (as === NEW && !name.trim())) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const adopted = await api.adoptRiskExperiment(
        experiment.id,
        experiment.revision,
        {
          note: note.trim(),
          activate,
          ...(as === NEW ? { name: name.trim() } : { profileId: as }),
        },
      );
      onAdopted(adopted);
      onClose();
    } catch (caught) {
      const { problems, message } = writeRefusalOf(caught);
      setError(
        problems?.map(p => `${p.path} ${p.message}`).join('; ') ?? message,
      );
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={busy ? undefined : onClose}
      aria-labelledby={ids.title}
      aria-describedby={ids.text}
    >
      <DialogTitle id={ids.title}>Adopt this experiment?</DialogTitle>
      <DialogContent>
        <DialogContentText id={ids.text}>
          Its weights and threshold become a profile, or the next version of
          one. Its assumptions do not: they are about the incidents.
        </DialogContentText>
        <div className={classes.fields}>
          <TextField
            select
            id={ids.as}
            label="As"
            variant="outlined"
            size="small"
            value={as}
            InputLabelProps={{ shrink: true }}
            onChange={event => setAs(event.target.value)}
          >
            <MenuItem value={NEW}>A new profile</MenuItem>
            {profiles.data?.map(({ id, name: of, versions }) => (
              <MenuItem key={id} value={id}>
                Version {versions[0].version + 1} of {of}
              </MenuItem>
            ))}
          </TextField>
          {as === NEW && (
            <TextField
              id={nameId}
              label="Name of the profile"
              variant="outlined"
              size="small"
              value={name}
              error={noName}
              helperText={noName ? 'A name is missing: write one' : undefined}
              inputProps={{ maxLength: 100 }}
              InputLabelProps={{ shrink: true }}
              onChange={event => setName(event.target.value)}
            />
          )}
          <TextField
            id={noteId}
            label="Note"
            variant="outlined"
            size="small"
            multiline
            minRows={2}
            value={note}
            error={noNote}
            helperText={
              noNote
                ? 'A note is missing: say why it is adopted'
                : 'Why it is adopted; the reason too if it decides at once'
            }
            inputProps={{ maxLength: 2000 }}
            InputLabelProps={{ shrink: true }}
            // A note is one line on the wire.
            onChange={event => setNote(event.target.value.replace(/\n/g, ' '))}
          />
          {canActivate && (
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  checked={activate}
                  onChange={(_, on) => setActivate(on)}
                />
              }
              label="Activate it: it decides priority and orders the review queue from now on"
            />
          )}
        </div>
        {error && <Alert severity="error">Not adopted: {error}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          Back
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={adopt}
        >
          {busy ? 'Adopting…' : 'Adopt'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
