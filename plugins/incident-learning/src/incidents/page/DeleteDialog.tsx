import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import { useNavigate } from 'react-router-dom';
import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { incidentsRouteRef } from '../../routes';
import { messageOf } from '../messageOf';

/** Asks before an incident is deleted, by its name. */
export function DeleteDialog(props: {
  incident: Incident;
  open: boolean;
  onClose: () => void;
}) {
  const { incident, open, onClose } = props;
  const titleId = useId();
  const textId = useId();
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(incidentsRouteRef)();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const remove = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await api.deleteIncident(incident.id, incident.revision);
      alertApi.post({
        message: `Deleted “${incident.title}”`,
        severity: 'success',
        display: 'transient',
      });
      navigate(listPath);
    } catch (caught) {
      setError(caught as Error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>Delete this incident?</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>
          “{incident.title}” goes from every list and figure. Its history is
          kept, and what was a repeat of it is looked at anew.
        </DialogContentText>
        {error && (
          <Alert severity="error">Not deleted: {messageOf(error)}</Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          variant="contained"
          color="secondary"
          disabled={busy}
          onClick={remove}
        >
          {busy ? 'Deleting…' : 'Delete incident'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
