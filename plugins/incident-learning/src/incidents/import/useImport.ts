import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ImportFormat } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { ImportFile, inspectFile } from './importFile';
import { ImportProgress, ImportRun, runImport } from './runImport';

/** Where an import stands. */
export type ImportState =
  | { step: 'choose'; error?: Error }
  | { step: 'format'; source: ImportFile }
  | { step: 'checking'; source: ImportFile; progress: ImportProgress }
  | { step: 'preview'; source: ImportFile; run: ImportRun }
  | { step: 'importing'; source: ImportFile; progress: ImportProgress }
  | { step: 'done'; source: ImportFile; run: ImportRun; stopped: boolean };

export interface ImportControls {
  state: ImportState;
  pick: (file: File) => void;
  setFormat: (id: string) => void;
  start: () => void;
  /** Ends what is under way; an import keeps what went in. */
  stop: () => void;
  reset: () => void;
}

const START: ImportState = { step: 'choose' };
const NO_PROGRESS: ImportProgress = { bytesDone: 0, bytesTotal: 0, records: 0 };

/**
 * Takes a file through a dry run and the import. It goes on while its dialog is
 * closed, and ends with the component that uses it.
 *
 * @param onImported - called when an import has ended, however it ended
 */
export function useImport(
  formats: ImportFormat[],
  onImported: () => void,
): ImportControls {
  const api = useApi(incidentLearningApiRef);
  const [state, setState] = useState<ImportState>(START);
  const running = useRef<AbortController>();
  useWarnWhile(state.step === 'importing');
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (source: ImportFile, dryRun: boolean) => {
      const format = formats.find(({ id }) => id === source.format);
      if (!format) {
        setState({ step: 'format', source });
        return;
      }
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const step = dryRun ? 'checking' : 'importing';
      setState({ step, source, progress: NO_PROGRESS });
      const result = await runImport({
        ...{ api, source, format, dryRun, signal },
        onProgress: progress =>
          !signal.aborted && setState({ step, source, progress }),
      });
      const superseded = running.current !== controller;
      if (!dryRun && !superseded) {
        const stopped = signal.aborted;
        setState({ step: 'done', source, run: result, stopped });
        onImported();
      } else if (!signal.aborted) {
        setState({ step: 'preview', source, run: result });
      }
    },
    [api, formats, onImported],
  );

  const check = useCallback(
    async (file: File) => {
      try {
        await run(await inspectFile(file, formats), true);
      } catch (error) {
        setState({ step: 'choose', error: error as Error });
      }
    },
    [run, formats],
  );

  return {
    state,
    pick: file => void check(file),
    setFormat: id =>
      'source' in state && void run({ ...state.source, format: id }, true),
    start: () => 'source' in state && void run(state.source, false),
    stop: () => {
      running.current?.abort();
      if (state.step === 'checking') {
        setState(START);
      }
    },
    reset: () => {
      running.current?.abort();
      running.current = undefined;
      setState(START);
    },
  };
}

/** Has the browser ask before the tab is closed. */
function useWarnWhile(active: boolean) {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [active]);
}
