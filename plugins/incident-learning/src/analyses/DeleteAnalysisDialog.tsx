import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';

/** Asks before an analysis is deleted, by its name. */
export function DeleteAnalysisDialog(props: {
  title: string;
  open: boolean;
  onClose: () => void;
  onDelete: () => Promise<void>;
}) {
  const { open, onClose } = props;
  const titleId = useId();
  const textId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const remove = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await props.onDelete();
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
      <DialogTitle id={titleId}>Delete this analysis?</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>
          “{props.title}” goes for good. Root causes that were taken from it
          stay, without the link.
        </DialogContentText>
        {error && <Alert severity="error">Not deleted: {error.message}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          variant="contained"
          color="secondary"
          disabled={busy}
          onClick={remove}
        >
          {busy ? 'Deleting…' : 'Delete analysis'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
