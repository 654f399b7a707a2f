import { useId } from 'react';
import TextField, { OutlinedTextFieldProps } from '@material-ui/core/TextField';

/** A field of text or of choices whose label belongs to it. */
export function Field(props: Omit<OutlinedTextFieldProps, 'variant'>) {
  const id = useId();
  return (
    <TextField
      id={id}
      variant="outlined"
      size="small"
      fullWidth
      InputLabelProps={{ shrink: true }}
      {...props}
    />
  );
}
