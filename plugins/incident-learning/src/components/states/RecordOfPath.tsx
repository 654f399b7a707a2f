import { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useApiData } from '../../api';
import { Loaded } from './Loaded';

interface RecordOfPathProps<T> {
  /** What it is, such as "the incident". */
  what: string;
  load: (id: string) => Promise<T>;
  /** Shows it, with a way to load it anew. */
  children: (record: T, reload: () => void) => ReactElement;
}

/** Loads what the page's path names by its id, and shows it. */
export function RecordOfPath<T>(props: RecordOfPathProps<T>) {
  const { id = '' } = useParams();
  // Nothing of one record may be seen below the address of another.
  return <LoadedRecord key={id} id={id} {...props} />;
}

function LoadedRecord<T>(props: RecordOfPathProps<T> & { id: string }) {
  const { id, what, load, children } = props;
  const answer = useApiData(id, () => load(id));
  return (
    <Loaded what={what} variant="detail" answer={answer}>
      {record => children(record, answer.retry)}
    </Loaded>
  );
}
