import { useCallback, useEffect, useState } from 'react';
import {
  Analysis,
  AnalysisRecord,
  RootCauseDraft,
  causesOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { withoutBlanks } from './savable';
import { useAutosave, Written } from './useAutosave';
import { useDraftKeeping, useRestoredDraft } from './useDraft';
import { useHistory } from './useHistory';

/** All that an analysis needs to be written: its value, undo, saving, drafts and conflicts. */
export function useAnalysisEditing(options: {
  record: AnalysisRecord;
  onSaved: (record: AnalysisRecord) => void;
  onTakeCause?: (draft: RootCauseDraft) => void;
}) {
  const { record, onTakeCause } = options;
  const restored = useRestoredDraft(record);
  const [pristine] = useState<Written>(() => writtenOf(record));
  const history = useHistory<Written>(restored?.written ?? pristine);
  const written = history.value;
  const saving = useAutosave({
    record,
    pristine,
    written,
    stale: restored !== undefined && restored.revision !== record.revision,
    onSaved: options.onSaved,
  });
  const { state, flush, settle } = saving;
  useDraftKeeping(record.id, {
    unsafe: state.is !== 'saved',
    written,
    revision: saving.revision.current,
  });

  const { change, replace } = history;
  const { isClean, revision } = saving;
  // What somebody else saved is taken over where nothing is being written here.
  useEffect(() => {
    if (record.revision > revision.current && isClean()) {
      const kept = writtenOf(record);
      settle(record, kept);
      replace(kept);
    }
  }, [record, revision, isClean, settle, replace]);
  const { title } = written;
  const setAnalysis = useCallback(
    (analysis: Analysis, subject?: string) =>
      change({ title, analysis }, subject),
    [change, title],
  );

  /** Hands a node over as a root cause, once the analysis that it points into is saved. */
  const takeCause = async (analysis: Analysis, nodeId: string) => {
    setAnalysis(analysis);
    const draft = causesOf(withoutBlanks(analysis), record.id).find(
      cause => cause.nodeId === nodeId,
    );
    if (draft && onTakeCause) {
      // The change is rendered first, so that it is among what is saved.
      await new Promise(resolve => setTimeout(resolve));
      await flush();
      onTakeCause(draft);
    }
  };

  return {
    ...saving,
    ...history,
    written,
    wasRestored: restored !== undefined,
    setTitle: (next: string) => change({ ...written, title: next }, 'title'),
    setAnalysis,
    takeCause,
    takeTheirs: (theirs: AnalysisRecord) => {
      const kept = writtenOf(theirs);
      settle(theirs, kept);
      replace(kept);
      options.onSaved(theirs);
    },
    keepMine: (theirs: AnalysisRecord) => {
      settle(theirs);
      replace({ ...written });
    },
  };
}

function writtenOf({ title, analysis }: AnalysisRecord): Written {
  return { title, analysis };
}
