import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { StorageApi, storageApiRef, useApi } from '@backstage/core-plugin-api';
import {
  AutoSaver,
  AutoSaverOptions,
  DraftPlace,
  Next,
  Saving,
} from './AutoSaver';
import { useRegisteredSaver } from './SavingContext';

const BUCKET = 'incident-learning.drafts';
/** Another shape of the values needs another number: older drafts are passed over. */
const SHAPE = 1;

/** A value that saves itself as somebody writes it. */
export interface AutoSaved<T> extends Saving<T> {
  set: (next: Next<T>) => void;
  flush: () => Promise<boolean>;
  resolve: (value: T) => void;
}

/**
 * Keeps a value of a review with the server, and what is not there yet as a
 * draft in the browser.
 *
 * @param options - `name` tells the values of a review apart, in drafts and in the sum of what is not saved
 */
export function useAutoSave<T>(
  options: Omit<AutoSaverOptions<T>, 'draft'> & { name: string; title: string },
): AutoSaved<T> {
  const { name, title, stored } = options;
  const root = useApi(storageApiRef);
  const storage = useMemo(() => root.forBucket(BUCKET), [root]);
  const latest = useLatest(options);
  const [saver] = useState(
    () =>
      new AutoSaver<T>({
        stored,
        pauseMs: options.pauseMs,
        write: (value, revision) => latest.current.write(value, revision),
        readCurrent: current => latest.current.readCurrent(current),
        problemOf: value => latest.current.problemOf?.(value),
        draft: draftPlace(storage, name),
      }),
  );
  const saving = useSyncExternalStore(saver.subscribe, saver.get);
  useRegisteredSaver(name, { title, state: saving.state, flush: saver.flush });

  useEffect(() => saver.adopt(stored), [saver, stored]);
  useEffect(() => {
    const restore = (text: string | undefined) => {
      const draft = text ? JSON.parse(text) : undefined;
      if (draft?.shape === SHAPE) {
        saver.restore(draft);
      }
    };
    const { presence, value } = storage.snapshot<string>(name);
    if (presence !== 'unknown') {
      restore(value);
      return undefined;
    }
    // A storage behind the network answers later, or not at all.
    const subscription = storage.observe$<string>(name).subscribe(snapshot => {
      subscription.unsubscribe();
      restore(snapshot.value);
    });
    return () => subscription.unsubscribe();
  }, [saver, storage, name]);
  // Who goes on to another page has not stopped writing on purpose.
  useEffect(() => () => void saver.flush(), [saver]);

  return {
    ...saving,
    set: saver.set,
    flush: saver.flush,
    resolve: saver.resolve,
  };
}

function draftPlace<T>(storage: StorageApi, name: string): DraftPlace<T> {
  // A full or forbidden storage costs the draft and nothing else.
  const ignore = () => {};
  return {
    save: draft => {
      const text = JSON.stringify({ shape: SHAPE, ...draft });
      storage.set(name, text).catch(ignore);
    },
    discard: () => {
      storage.remove(name).catch(ignore);
    },
  };
}
