import { useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';

/** Asks why, before something is done that wants a reason. */
export function ReasonDialog(props: {
  title: string;
  text: string;
  label: string;
  button: string;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}) {
  const titleId = useId();
  const textId = useId();
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && !reason.trim();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={props.onClose}
      TransitionProps={{ onEntered: () => field.current?.focus() }}
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId}>{props.text}</DialogContentText>
        <TextField
          id={fieldId}
          label={props.label}
          variant="outlined"
          size="small"
          fullWidth
          multiline
          minRows={2}
          inputRef={field}
          value={reason}
          error={missing}
          helperText={missing ? 'A reason is missing: write one' : undefined}
          inputProps={{ maxLength: 2000 }}
          InputLabelProps={{ shrink: true }}
          // A reason is one line on the wire.
          onChange={event => setReason(event.target.value.replace(/\n/g, ' '))}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>Back</Button>
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            setAsked(true);
            if (reason.trim()) {
              props.onConfirm(reason.trim());
            }
          }}
        >
          {props.button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
