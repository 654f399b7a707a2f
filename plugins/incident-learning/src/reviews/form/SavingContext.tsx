import {
  ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { SaveState } from './AutoSaver';

interface Saver {
  title: string;
  state: SaveState;
  flush: () => Promise<boolean>;
}

interface Savers {
  all: ReadonlyMap<string, Saver>;
  put: (name: string, saver: Saver | undefined) => void;
}

const SavingContext = createContext<Savers | undefined>(undefined);

/** Knows what of a page is not saved yet. */
export function SavingProvider(props: { children: ReactNode }) {
  const [all, setAll] = useState<ReadonlyMap<string, Saver>>(new Map());
  const put = useCallback(
    (name: string, saver: Saver | undefined) =>
      setAll(before => {
        const next = new Map(before);
        if (saver) {
          next.set(name, saver);
        } else {
          next.delete(name);
        }
        return next;
      }),
    [],
  );
  const value = useMemo(() => ({ all, put }), [all, put]);
  return (
    <SavingContext.Provider value={value}>
      {props.children}
    </SavingContext.Provider>
  );
}

function useSavers(): Savers {
  const savers = useContext(SavingContext);
  if (!savers) {
    throw new Error('What saves itself stands outside of a SavingProvider');
  }
  return savers;
}

/** Makes a part known to its page. */
export function useRegisteredSaver(name: string, saver: Saver): void {
  const { put } = useSavers();
  const { title, state, flush } = saver;
  useEffect(() => {
    put(name, { title, state, flush });
  }, [put, name, title, state, flush]);
  useEffect(() => () => put(name, undefined), [put, name]);
}

/** What the page as a whole has saved. */
export function useSavingOverview() {
  const { all } = useSavers();
  const open = [...all.values()].filter(({ state }) => state !== 'saved');
  return {
    busy: open.some(({ state }) => state === 'saving' || state === 'unsaved'),
    /** The parts that do not save by themselves any more. */
    stuck: open.filter(({ state }) =>
      ['failed', 'conflict', 'incomplete'].includes(state),
    ),
    /** @returns whether everything is saved now */
    flushAll: async () => {
      const saved = await Promise.all(
        [...all.values()].map(({ flush }) => flush()),
      );
      return saved.every(Boolean);
    },
  };
}
