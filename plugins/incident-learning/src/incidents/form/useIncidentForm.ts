import { useCallback, useMemo, useState } from 'react';
import type { IncidentContent } from '@hindsight/backstage-plugin-incident-learning-common';
import { usePointerUp } from '../../components/inputs';
import { Checked, Problems, validate } from './validate';
import type { IncidentValues } from './values';

/** A form about an incident. */
export interface IncidentForm {
  values: IncidentValues;
  set: (patch: Partial<IncidentValues>) => void;
  /** Puts other values in the place of all. */
  reset: (values: IncidentValues) => void;
  /** Says that somebody has been in a field, and its problems may be shown. */
  touch: (path: string) => void;
  /** What is wrong with a field, once it may be said. */
  problemOf: (path: string) => string | undefined;
  /** What is wrong with a field or within it, by path. */
  problemsWithin: (path: string) => [path: string, message: string][];
  checked: Checked;
  /** Every problem that may be shown. */
  problems: Problems;
  /** Lets every problem that there is now be shown. */
  showAll: () => void;
  /** Shows what the backend found; each goes away when its field changes. */
  showServerProblems: (problems: Problems) => void;
}

/**
 * Holds what is typed and checks it. A problem is shown once its field was
 * left, or all of them when somebody wants to save.
 */
export function useIncidentForm(
  initial: IncidentValues,
  sourceData?: IncidentContent['sourceData'],
): IncidentForm {
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [server, setServer] = useState<Problems>({});
  const onPointerUp = usePointerUp();
  const checked = useMemo(
    () => validate(values, sourceData),
    [values, sourceData],
  );

  const problems = useMemo(() => {
    const local = Object.entries(checked.problems).filter(([path]) =>
      touched.has(path),
    );
    return { ...server, ...Object.fromEntries(local) };
  }, [checked, server, touched]);

  const set = useCallback((patch: Partial<IncidentValues>) => {
    setValues(before => ({ ...before, ...patch }));
    setServer(before => withoutFields(before, Object.keys(patch)));
  }, []);

  return {
    values,
    set,
    reset: useCallback((next: IncidentValues) => {
      setValues(next);
      setTouched(new Set());
      setServer({});
    }, []),
    touch: useCallback(
      (path: string) =>
        onPointerUp(() => setTouched(before => new Set(before).add(path))),
      [onPointerUp],
    ),
    problemOf: path => problems[path],
    problemsWithin: path =>
      Object.entries(problems).filter(
        ([other]) => other === path || other.startsWith(`${path}.`),
      ),
    checked,
    problems,
    showAll: () =>
      setTouched(
        before => new Set([...before, ...Object.keys(checked.problems)]),
      ),
    showServerProblems: setServer,
  };
}

/** The form's fields have the names of the API's, but for times and reported durations. */
function withoutFields(problems: Problems, changed: string[]): Problems {
  const left = Object.entries(problems).filter(([path]) => {
    const [field] = path.split('.');
    return !changed.some(
      name =>
        name === field ||
        `${name}Ms` === field ||
        (name === 'times' && field.endsWith('At')),
    );
  });
  return Object.fromEntries(left);
}
