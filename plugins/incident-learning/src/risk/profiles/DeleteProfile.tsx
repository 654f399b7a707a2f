import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { RiskProfile } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';

/** Asks before a profile is deleted; one that decides cannot be. */
export function DeleteProfile(props: {
  profile: RiskProfile;
  onClose: () => void;
  onDeleted: () => void;
}) {
  const titleId = useId();
  const textId = useId();
  const { profile, onClose, onDeleted } = props;
  const { name, activeVersion } = profile;
  const api = useApi(incidentLearningApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const remove = async () => {
    setBusy(true);
    try {
      await api.deleteRiskProfile(profile.id, profile.revision);
      onDeleted();
    } catch (caught) {
      setError(writeRefusalOf(caught).message);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>
        {activeVersion ? 'This profile is active' : 'Delete this profile?'}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>
          {activeVersion
            ? `“${name}” decides priority now, so it cannot be deleted. Activate another profile first.`
            : `“${name}” goes with all its versions. When it was active stays in the history.`}
        </DialogContentText>
        {error && <Alert severity="error">Not deleted: {error}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{activeVersion ? 'Close' : 'Keep it'}</Button>
        {!activeVersion && (
          <Button
            variant="contained"
            color="secondary"
            disabled={busy}
            onClick={remove}
          >
            {busy ? 'Deleting…' : 'Delete profile'}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
