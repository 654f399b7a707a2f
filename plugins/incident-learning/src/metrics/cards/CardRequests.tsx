import {
  ReactNode,
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import useIntersection from 'react-use/esm/useIntersection';
import { makeStyles } from '@material-ui/core/styles';
import { ApiData, useApiData } from '../../api';
import { usePrinted } from '../../components/print';
import { Turns } from './Turns';

const useStyles = makeStyles(
  { near: { '&:empty': { display: 'none' } } },
  { name: 'IncidentLearningWhenNear' },
);

interface CardContext {
  turns?: Turns;
  /** Whether every card is wanted, in sight or not: on paper all are. */
  all: boolean;
  /** Whether the card is in sight, or nearly. */
  near: boolean;
}

const Requests = createContext<CardContext>({
  all: false,
  near: true,
});

/** Reading rows of a long period is work for the backend: what nobody looks at is not asked for. */
const NEARLY = { rootMargin: '400px 0px' };
const AT_ONCE = 2;

/**
 * Around the cards of a selection: two of them ask for their data at a time.
 *
 * @param held - nothing is asked for meanwhile, and what is under way is aborted
 */
export function CardRequests(props: { held: boolean; children: ReactNode }) {
  const { held, children } = props;
  const [turns] = useState(() => new Turns(AT_ONCE));
  const all = usePrinted();
  const context = useMemo(() => ({ turns, all, near: true }), [turns, all]);
  // After the effects of the cards, which withdraw what they no longer want.
  useEffect(() => {
    if (held) {
      turns.pause();
    } else {
      turns.resume();
    }
  }, [held, turns]);
  return <Requests.Provider value={context}>{children}</Requests.Provider>;
}

/** Around a card that asks for its data once it comes into sight. */
export function WhenNear({ children }: { children: ReactNode }) {
  const classes = useStyles();
  const { turns, all } = useContext(Requests);
  const ref = useRef<HTMLDivElement>(null);
  const seen = useIntersection(ref, NEARLY);
  const near = all || (seen ? seen.isIntersecting : cannotTell());
  const context = useMemo(() => ({ turns, all, near }), [turns, all, near]);
  return (
    <div ref={ref} className={classes.near}>
      <Requests.Provider value={context}>{children}</Requests.Provider>
    </div>
  );
}

function cannotTell(): boolean {
  return typeof IntersectionObserver === 'undefined';
}

/** `useApiData` for a card: the request waits until the card is near, and for its turn. Until then it neither loads nor shows what it had before. */
export function useCardData<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): ApiData<T> {
  const { turns, near } = useContext(Requests);
  // What was asked for once is waited for, in sight or not.
  const [begun, setBegun] = useState<string>();
  useEffect(() => {
    if (near) {
      setBegun(key);
    }
  }, [near, key]);
  const due = near || begun === key;
  const asked = useApiData(
    key,
    signal => (turns ? turns.run(load, signal) : load(signal)),
    due,
  );
  return useMemo(
    () =>
      due || !asked.loading
        ? asked
        : { ...asked, data: undefined, loading: false },
    [asked, due],
  );
}
