import { useId } from 'react';
import TextField from '@material-ui/core/TextField';

/** A field of text, of one line or of several. */
export function TextInput(props: {
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  type?: 'text' | 'date';
  hint?: string;
  error?: string;
  placeholder?: string;
}) {
  const ownId = useId();
  return (
    <TextField
      id={props.id ?? ownId}
      label={props.label}
      type={props.type}
      variant="outlined"
      size="small"
      fullWidth
      multiline={props.rows !== undefined}
      minRows={props.rows}
      maxRows={props.rows && 20}
      value={props.value}
      error={Boolean(props.error)}
      helperText={props.error ?? props.hint}
      placeholder={props.placeholder}
      InputLabelProps={{ shrink: true }}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
