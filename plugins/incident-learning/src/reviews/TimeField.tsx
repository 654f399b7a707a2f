import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';

/** A time in UTC, to the minute; empty is none. */
export function TimeField(props: {
  id?: string;
  label: string;
  /** ISO 8601 */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  error?: string;
  hint?: string;
  disabled?: boolean;
}) {
  const ownId = useId();
  const { value, onChange } = props;
  // A time that is half typed is no time yet, and has to stay as it is.
  const [text, setText] = useState(value?.slice(0, 16) ?? '');
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    setText(value?.slice(0, 16) ?? '');
  }
  return (
    <TextField
      id={props.id ?? ownId}
      label={`${props.label} (UTC)`}
      type="datetime-local"
      variant="outlined"
      size="small"
      fullWidth
      disabled={props.disabled}
      value={text}
      error={Boolean(props.error)}
      helperText={props.error ?? props.hint}
      InputLabelProps={{ shrink: true }}
      onChange={event => {
        const typed = event.target.value;
        setText(typed);
        const time = new Date(`${typed}Z`);
        if (!typed || !Number.isNaN(time.getTime())) {
          const next = typed ? time.toISOString() : undefined;
          setLast(next);
          onChange(next);
        }
      }}
    />
  );
}
