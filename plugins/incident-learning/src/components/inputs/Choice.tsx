import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';

/** A field with a few values to choose from. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  /** What is to be chosen from, in this order. */
  words: Partial<Record<T, string>>;
  onChange: (value: T) => void;
}) {
  const id = useId();
  const { label, value, words, onChange } = props;
  return (
    <TextField
      select
      id={id}
      label={label}
      variant="outlined"
      size="small"
      fullWidth
      value={value}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(event.target.value as T)}
    >
      {(Object.keys(words) as T[]).map(choice => (
        <MenuItem key={choice} value={choice}>
          {words[choice]}
        </MenuItem>
      ))}
    </TextField>
  );
}
