import { useEffect, useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type { AnalysisRecord } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Written } from './useAutosave';

const BUCKET = 'incident-learning.drafts';
const PAUSE_MS = 300;

interface Draft {
  /** The version that it was made from. */
  revision: number;
  written: Written;
}

/**
 * What was written and could not be saved, kept in the browser until it is.
 *
 * @returns what an earlier visit left behind; absent where nothing was
 */
export function useRestoredDraft(record: AnalysisRecord): Draft | undefined {
  const storage = useApi(storageApiRef);
  const [restored] = useState(() => {
    const { value } = storage
      .forBucket(BUCKET)
      .snapshot<string>(keyOf(record.id));
    return value ? read(value, record) : undefined;
  });
  return restored;
}

/** Keeps what is written as long as it is not saved. */
export function useDraftKeeping(
  id: string,
  options: { unsafe: boolean; written: Written; revision: number },
): void {
  const root = useApi(storageApiRef);
  const storage = useMemo(() => root.forBucket(BUCKET), [root]);
  const { unsafe, written, revision } = options;
  // A full or forbidden storage costs the draft and nothing else.
  const ignore = () => {};
  useDebounce(
    () => {
      if (unsafe) {
        const draft: Draft = { revision, written };
        storage.set(keyOf(id), JSON.stringify(draft)).catch(ignore);
      }
    },
    PAUSE_MS,
    [unsafe, written, revision],
  );
  useEffect(() => {
    if (!unsafe) {
      storage.remove(keyOf(id)).catch(ignore);
    }
  }, [storage, id, unsafe]);
}

function keyOf(id: string): string {
  return `analysis-${id}`;
}

function read(text: string, record: AnalysisRecord): Draft | undefined {
  try {
    const draft = JSON.parse(text) as Draft;
    // Lines that are still blank stand in a draft, so only its form is asked for.
    const sound =
      draft.written.analysis.kind === record.analysis.kind &&
      typeof draft.written.title === 'string' &&
      Object.values(draft.written.analysis).some(Array.isArray);
    return sound ? draft : undefined;
  } catch {
    return undefined;
  }
}
