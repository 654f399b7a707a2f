import { useId, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RiskExperiment,
  riskProfileActivatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { AskDialog } from '../../components/dialog';

const NEW = 'new';

/** Asks as what an experiment is adopted, why, and whether it decides at once. */
export function AdoptDialog(props: {
  experiment: RiskExperiment;
  onClose: () => void;
  onAdopted: (experiment: RiskExperiment) => void;
}) {
  const asId = useId();
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
  const noNote = asked && !note.trim();
  const noName = asked && as === NEW && !name.trim();

  const adopt = async () => {
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
  };

  return (
    <AskDialog
      title="Adopt this experiment?"
      text="Its weights and threshold become a profile, or the next version of one. Its assumptions do not: they are about the incidents."
      confirm="Adopt"
      confirming="Adopting…"
      failure="Not adopted"
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        const missing = !note.trim() || (as === NEW && !name.trim());
        return missing ? undefined : adopt();
      }}
    >
      <TextField
        select
        id={asId}
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
    </AskDialog>
  );
}
