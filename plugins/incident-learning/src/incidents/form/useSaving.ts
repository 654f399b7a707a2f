import { useEffect, useRef, useState } from 'react';
import type {
  Incident,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { writeRefusalOf } from '../../api';
import type { IncidentForm } from './useIncidentForm';

/** What was saved by somebody else meanwhile, and what was to be saved here. */
export interface Conflict {
  theirs: Incident;
  mine: IncidentContent;
}

/** Saves a form, and knows what came of it. */
export function useSaving(options: {
  form: IncidentForm;
  base?: Incident;
  onSave: (content: IncidentContent, base?: Incident) => Promise<Incident>;
  onSaved: (incident: Incident) => void;
  /** Drops the draft. */
  discard: () => void;
}) {
  const { form, base } = options;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [conflict, setConflict] = useState<Conflict>();
  /** Counts the times that the form was found wrong when it was to be saved. */
  const [refusals, setRefusals] = useState(0);
  const summaryRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (refusals > 0) {
      summaryRef.current?.focus();
    }
  }, [refusals]);

  const write = async (content: IncidentContent, from?: Incident) => {
    setBusy(true);
    setError(undefined);
    setConflict(undefined);
    try {
      const saved = await options.onSave(content, from);
      options.discard();
      options.onSaved(saved);
    } catch (caught) {
      const { current, problems } = writeRefusalOf(caught);
      if (isIncident(current)) {
        setConflict({ theirs: current, mine: content });
      } else if (problems) {
        form.showServerProblems(
          Object.fromEntries(
            problems.map(({ path, message }) => [path, message]),
          ),
        );
        setRefusals(count => count + 1);
      } else {
        setError(caught as Error);
      }
      setBusy(false);
    }
  };

  const save = () => {
    form.showAll();
    if (form.checked.content) {
      write(form.checked.content, base);
    } else {
      setRefusals(count => count + 1);
    }
  };

  return {
    busy,
    error,
    conflict,
    /** Whether it was found wrong, so that a summary is due. */
    refused: refusals > 0,
    summaryRef,
    save,
    write,
    forgetConflict: () => setConflict(undefined),
  };
}

function isIncident(current: object | undefined): current is Incident {
  return current !== undefined && 'id' in current && 'revision' in current;
}
