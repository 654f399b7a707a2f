import { ReactNode } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { fieldName } from '../words';
import { fieldId, useForm } from './FormContext';

interface FieldProps {
  /** Where the value stands in the incident, such as `links.0.url`. */
  path: string;
  /** The field's own name unless said. */
  label?: string;
  hint?: ReactNode;
}

/** What the input of a field needs: its id, its name, and what is wrong with it. */
export function useField({ path, label, hint }: FieldProps) {
  const form = useForm();
  const name = label ?? lastName(path);
  const problem = form.problemOf(path);
  return {
    id: fieldId(path),
    label: name,
    error: problem !== undefined,
    helperText: problem ? `${name} ${problem}` : hint,
    onBlur: () => form.touch(path),
    variant: 'outlined',
    size: 'small',
    fullWidth: true,
    InputLabelProps: { shrink: true },
  } as const;
}

function lastName(path: string): string {
  const name = fieldName(path);
  return name.slice(name.lastIndexOf(': ') + 1).trim();
}

/** A field of text. */
export function TextInput(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    required?: boolean;
    /** Lines to start with; it grows with the text. */
    rows?: number;
    inputMode?: 'decimal' | 'url' | 'numeric';
    placeholder?: string;
  },
) {
  const { value, onChange, rows, inputMode } = props;
  const field = useField(props);
  return (
    <TextField
      {...field}
      required={props.required}
      multiline={rows !== undefined}
      minRows={rows}
      maxRows={rows && 24}
      placeholder={props.placeholder}
      inputProps={{ inputMode }}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  );
}

/** A field with a few values to choose from. */
export function ChoiceInput<T extends string>(
  props: FieldProps & {
    value: T;
    words: Record<T, string>;
    onChange: (value: T) => void;
  },
) {
  const { value, words, onChange } = props;
  const field = useField(props);
  const choices = Object.keys(words) as T[];
  return (
    <TextField
      {...field}
      select
      value={value}
      onChange={event => onChange(event.target.value as T)}
    >
      {choices.map(choice => (
        <MenuItem key={choice} value={choice}>
          {words[choice]}
        </MenuItem>
      ))}
    </TextField>
  );
}
