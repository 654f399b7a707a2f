import { ReactElement } from 'react';
import Paper from '@material-ui/core/Paper';
import { useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApiData } from '../../api';
import { EmptyState } from './EmptyState';
import { isNotFound } from './ErrorState';
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
  if (answer.error && isNotFound(answer.error)) {
    return <NotFound what={what} />;
  }
  return (
    <Loaded what={what} variant="detail" answer={answer}>
      {record => children(record, answer.retry)}
    </Loaded>
  );
}

/** To ask again would not help; what there is stands in the list that the page belongs to. */
function NotFound({ what }: { what: string }) {
  return (
    <Paper variant="outlined">
      <EmptyState
        title={`Could not find ${what}`}
        description="It may have been deleted, or be restricted to others. Check the address, or look for it in the list."
        action={<Link to="..">Go to the list</Link>}
      />
    </Paper>
  );
}
