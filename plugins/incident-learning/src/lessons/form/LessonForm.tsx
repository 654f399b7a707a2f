import { ReactNode, useState } from 'react';
import { SaveForm } from '../../components/inputs';
import { LessonFields, LessonValues } from '../../reviews/form/LessonFields';
import { LESSON_FIELD_WORDS } from '../words';

/** The fields of a lesson. */
export function LessonForm(props: {
  initial: LessonValues;
  /** Whether what it says cannot be changed. */
  fixed?: boolean;
  /** Ways to save; the first one is that of the Enter key. */
  saves: { label: string; save: (values: LessonValues) => Promise<void> }[];
  onCancel: () => void;
  /** What to know before saving. */
  children?: ReactNode;
}) {
  const { initial, fixed, saves, onCancel, children } = props;
  const [values, setValues] = useState(initial);
  return (
    <SaveForm
      ways={saves.map(({ label, save }) => ({
        label,
        save: () => save(values),
      }))}
      empty={!values.statement.trim()}
      words={LESSON_FIELD_WORDS}
      onCancel={onCancel}
      notes={children}
    >
      <LessonFields
        open
        fixed={fixed}
        value={values}
        onChange={patch => setValues(before => ({ ...before, ...patch }))}
      />
    </SaveForm>
  );
}
