import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';

const NONE: string[] = [];

/** Several short texts, each confirmed with Enter. */
export function WordsInput(props: {
  label: string;
  hint?: string;
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const id = useId();
  const { label, hint, value, onChange } = props;
  return (
    <Autocomplete<string, true, false, true>
      id={id}
      multiple
      freeSolo
      autoSelect
      size="small"
      aria-label={label}
      options={NONE}
      value={value}
      onChange={(_, next) =>
        onChange([...new Set(next.map(word => word.trim()))].filter(Boolean))
      }
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          variant="outlined"
          helperText={hint}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
