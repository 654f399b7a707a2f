import { useEffect, useRef } from 'react';
import { fieldId } from './FormContext';

/**
 * A list whose rows are added, changed and removed. The focus goes to a row
 * that is added, and stays in the list when one is removed.
 */
export function useRows<T extends { key: string }>(options: {
  /** Where the list stands in the incident, such as `links`. */
  name: string;
  rows: T[];
  onChange: (rows: T[]) => void;
  make: () => T;
}) {
  const { name, rows, onChange, make } = options;
  const ref = useRef<HTMLDivElement>(null);
  const focusOn = useRef<'added' | 'list'>();

  useEffect(() => {
    if (focusOn.current === 'added') {
      const prefix = fieldId(`${name}.${rows.length - 1}.`);
      ref.current
        ?.querySelector<HTMLElement>(
          `input[id^="${prefix}"], textarea[id^="${prefix}"]`,
        )
        ?.focus();
    } else if (focusOn.current === 'list') {
      const buttons = ref.current?.querySelectorAll('button');
      buttons?.item(buttons.length - 1)?.focus();
    }
    focusOn.current = undefined;
  }, [name, rows.length]);

  return {
    ref,
    add: () => {
      const row = make();
      focusOn.current = 'added';
      onChange([...rows, row]);
      return row;
    },
    change: (key: string, patch: Partial<T>) =>
      onChange(rows.map(row => (row.key === key ? { ...row, ...patch } : row))),
    remove: (key: string) => {
      focusOn.current = 'list';
      onChange(rows.filter(row => row.key !== key));
    },
  };
}
