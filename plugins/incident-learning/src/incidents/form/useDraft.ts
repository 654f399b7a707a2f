import { useCallback, useEffect, useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  StorageApi,
  StorageValueSnapshot,
  storageApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentValues } from './values';

/** What somebody typed and has not saved. */
export interface Draft {
  values: IncidentValues;
  /** The version that it started from; absent for a new incident. */
  base?: Incident;
  /** ISO 8601 */
  savedAt: string;
}

/** The draft of one form, and where it is kept. */
export interface DraftStore {
  save: (draft: Omit<Draft, 'savedAt'>) => void;
  discard: () => void;
}

const BUCKET = 'incident-learning.drafts';
const PAUSE_MS = 400;
const PATIENCE_MS = 2000;
/** Another shape of the values needs another number: older drafts are passed over. */
const SHAPE = 1;

interface Stored {
  shape: number;
  draft: Draft;
}

/**
 * Where a form's draft outlives a closed tab.
 *
 * @param key - the incident's id, or `new`
 * @returns `ready` once it is known whether there is a draft
 */
export function useStoredDraft(key: string): {
  ready: boolean;
  restored?: Draft;
  store: DraftStore;
} {
  const root = useApi(storageApiRef);
  const storage = useMemo(() => root.forBucket(BUCKET), [root]);
  const [found, setFound] = useState(() => read(storage.snapshot<string>(key)));

  // A storage behind the network answers later, or not at all.
  useEffect(() => {
    if (found.ready) {
      return undefined;
    }
    const subscription = storage
      .observe$<string>(key)
      .subscribe(snapshot => setFound(read(snapshot)));
    const timer = setTimeout(() => setFound({ ready: true }), PATIENCE_MS);
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer);
    };
  }, [storage, key, found.ready]);

  const store = useMemo(() => draftStore(storage, key), [storage, key]);
  return { ...found, store };
}

function read(snapshot: StorageValueSnapshot<string>): {
  ready: boolean;
  restored?: Draft;
} {
  const { presence, value } = snapshot;
  const stored = value ? (JSON.parse(value) as Stored) : undefined;
  return {
    ready: presence !== 'unknown',
    restored: stored?.shape === SHAPE ? stored.draft : undefined,
  };
}

function draftStore(storage: StorageApi, key: string): DraftStore {
  // A full or forbidden storage costs the draft and nothing else.
  const ignore = () => {};
  return {
    save: draft => {
      const savedAt = new Date().toISOString();
      const stored: Stored = { shape: SHAPE, draft: { ...draft, savedAt } };
      storage.set(key, JSON.stringify(stored)).catch(ignore);
    },
    discard: () => {
      storage.remove(key).catch(ignore);
    },
  };
}

/**
 * Saves the draft whenever somebody pauses, and discards it when there is
 * nothing in it any more.
 *
 * @returns a way to discard it for good
 */
export function useDraftSaving(options: {
  store: DraftStore;
  dirty: boolean;
  draft: Omit<Draft, 'savedAt'>;
}): () => void {
  const { store, dirty, draft } = options;
  const [kept, setKept] = useState(true);
  useDebounce(
    () => {
      if (kept && dirty) {
        store.save(draft);
      } else {
        store.discard();
      }
    },
    PAUSE_MS,
    [kept, dirty, draft.values, draft.base],
  );
  return useCallback(() => {
    setKept(false);
    store.discard();
  }, [store]);
}
