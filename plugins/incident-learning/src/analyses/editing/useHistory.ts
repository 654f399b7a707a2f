import { useCallback, useReducer } from 'react';

interface State<T> {
  past: T[];
  present: T;
  future: T[];
  /** What the last change was about; the next one about the same joins it. */
  subject?: string;
}

type Step<T> =
  | { type: 'change'; next: T; subject?: string }
  | { type: 'replace'; next: T }
  | { type: 'undo' }
  | { type: 'redo' };

const LONGEST = 200;

/** A value whose changes can be taken back; changes of one subject in a row count as one. */
export function useHistory<T>(initial: T) {
  const [state, dispatch] = useReducer(reduce<T>, {
    past: [],
    present: initial,
    future: [],
  });
  return {
    value: state.present,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    change: useCallback(
      (next: T, subject?: string) =>
        dispatch({ type: 'change', next, subject }),
      [],
    ),
    /** Sets a value from elsewhere, with nothing to take back. */
    replace: useCallback((next: T) => dispatch({ type: 'replace', next }), []),
    undo: useCallback(() => dispatch({ type: 'undo' }), []),
    redo: useCallback(() => dispatch({ type: 'redo' }), []),
  };
}

function reduce<T>(state: State<T>, step: Step<T>): State<T> {
  const { past, present, future } = state;
  switch (step.type) {
    case 'change':
      return {
        past:
          step.subject && step.subject === state.subject
            ? past
            : [...past, present].slice(-LONGEST),
        present: step.next,
        future: [],
        subject: step.subject,
      };
    case 'replace':
      return { past: [], present: step.next, future: [] };
    case 'undo':
      return past.length === 0
        ? state
        : {
            past: past.slice(0, -1),
            present: past[past.length - 1],
            future: [present, ...future],
          };
    default:
      return future.length === 0
        ? state
        : {
            past: [...past, present],
            present: future[0],
            future: future.slice(1),
          };
  }
}
