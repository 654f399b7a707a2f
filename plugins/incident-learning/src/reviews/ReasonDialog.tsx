import { useId, useRef, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { AskDialog } from '../components/dialog';

/** Asks why, before something is done that wants a reason. */
export function ReasonDialog(props: {
  title: string;
  text: string;
  label: string;
  button: string;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}) {
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && !reason.trim();
  return (
    <AskDialog
      title={props.title}
      text={props.text}
      confirm={props.button}
      onEntered={() => field.current?.focus()}
      onClose={props.onClose}
      onConfirm={() => {
        setAsked(true);
        if (reason.trim()) {
          props.onConfirm(reason.trim());
        }
      }}
    >
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
    </AskDialog>
  );
}
