import { EntityPicker, PARTICIPANT_KINDS } from '../entities';

/** Filters by one entity, people and groups unless said. */
export function EntityFilter(props: {
  label: string;
  /** The kinds to choose from; the same array each time. */
  kinds?: readonly string[];
  value?: string;
  onChange: (entityRef: string | undefined) => void;
}) {
  const { label, kinds = PARTICIPANT_KINDS, value, onChange } = props;
  // The field is made anew when the address names another, and does not keep what was typed.
  return (
    <EntityPicker
      key={value}
      label={label}
      kinds={kinds}
      value={value}
      onPick={onChange}
    />
  );
}
