import { Field } from './Field';

/** The sentence that an analysis starts from, such as its problem. */
export function LeadField(props: {
  label: string;
  value: string;
  hint?: string;
  maxLength: number;
  onChange: (value: string) => void;
}) {
  const empty = props.value.trim() === '';
  return (
    <Field
      label={props.label}
      multiline
      required
      error={empty}
      helperText={empty ? `${props.label} is empty: write one` : props.hint}
      inputProps={{ maxLength: props.maxLength }}
      value={props.value}
      onChange={event => props.onChange(event.target.value)}
    />
  );
}
