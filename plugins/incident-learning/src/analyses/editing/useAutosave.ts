import { useCallback, useEffect, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { useApi } from '@backstage/core-plugin-api';
import {
  Analysis,
  AnalysisRecord,
  analysisRecordSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { savable } from './savable';

/** An analysis with its title, as somebody writes it. */
export interface Written {
  title: string;
  analysis: Analysis;
}

/** Where saving stands. */
export type SaveState =
  | { is: 'saved' }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'incomplete'; problems: string[] }
  | { is: 'failed'; error: Error }
  | { is: 'conflict'; theirs: AnalysisRecord };

const PAUSE_MS = 700;

/**
 * Saves what is written whenever somebody pauses, one write after the other, and once more when the page is left.
 *
 * @param options - `pristine` is what the record says; with `stale` what is written was made from an older version
 */
export function useAutosave(options: {
  record: AnalysisRecord;
  pristine: Written;
  written: Written;
  stale: boolean;
  onSaved: (record: AnalysisRecord) => void;
}) {
  const { written } = options;
  const api = useApi(incidentLearningApiRef);
  const [state, setState] = useState<SaveState>(() =>
    options.stale
      ? { is: 'conflict', theirs: options.record }
      : { is: 'saved' },
  );
  const latest = useLatest(options);
  const saved = useRef(options.pristine);
  const revision = useRef(options.record.revision);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const halted = useRef(options.stale);

  const write = useCallback(async (): Promise<boolean> => {
    const now = latest.current.written;
    if (halted.current) {
      return false;
    }
    if (now === saved.current) {
      setState({ is: 'saved' });
      return true;
    }
    const checked = savable(now.analysis);
    if (!checked.analysis || !now.title.trim()) {
      const problems = checked.problems ?? ['The title is empty: write one'];
      setState({ is: 'incomplete', problems });
      return false;
    }
    setState({ is: 'saving' });
    try {
      const record = await api.updateAnalysis(
        latest.current.record.id,
        revision.current,
        { title: now.title, analysis: checked.analysis },
      );
      revision.current = record.revision;
      saved.current = now;
      latest.current.onSaved(record);
      setState({ is: latest.current.written === now ? 'saved' : 'waiting' });
      return true;
    } catch (error) {
      const theirs = analysisRecordSchema.safeParse(
        writeRefusalOf(error).current,
      ).data;
      halted.current = theirs !== undefined;
      setState(
        theirs
          ? { is: 'conflict', theirs }
          : { is: 'failed', error: error as Error },
      );
      return false;
    }
  }, [api, latest]);

  /** Saves what is written now; answers whether it is safe. */
  const flush = useCallback((): Promise<boolean> => {
    const mine = queue.current.then(write);
    queue.current = mine;
    return mine;
  }, [write]);

  useEffect(() => {
    if (written === saved.current || halted.current) {
      return undefined;
    }
    setState(before => (before.is === 'saving' ? before : { is: 'waiting' }));
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [written, flush]);
  useLeaving(flush, state.is !== 'saved');

  return {
    state,
    flush,
    revision,
    /** Whether nothing was written since the last save. */
    isClean: useCallback(
      () => latest.current.written === saved.current && !halted.current,
      [latest],
    ),
    /** Goes on from somebody else's version: what is written next is saved over it, `kept` itself is not. */
    settle: useCallback((theirs: AnalysisRecord, kept?: Written) => {
      halted.current = false;
      revision.current = theirs.revision;
      saved.current = kept ?? { ...theirs };
      setState({ is: kept ? 'saved' : 'waiting' });
    }, []),
    /** Saves nothing any more. */
    stop: useCallback(() => {
      halted.current = true;
    }, []),
  };
}

/** Saves when the page is left, and has the browser ask as long as something is not safe. */
function useLeaving(flush: () => Promise<boolean>, unsafe: boolean) {
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') {
        flush();
      }
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      flush();
    };
  }, [flush]);

  useEffect(() => {
    if (!unsafe) {
      return undefined;
    }
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [unsafe]);
}
