import { useRouteRef } from '@backstage/core-plugin-api';
import { UNDONE_STATUSES } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatTime } from '../components';
import { WaitingItem, WaitingList } from '../components/list';
import { actionRouteRef, actionsRouteRef } from '../routes';
import { AttentionChips } from './chips';
import { useActions } from './list/ActionList';

const FIRST = 5;

/** What the reader and their groups still have to do, for the home page. */
export function MyActions() {
  const listPath = useRouteRef(actionsRouteRef)();
  const hrefOf = useRouteRef(actionRouteRef);
  const pages = useActions(
    { mine: true, status: [...UNDONE_STATUSES], sort: 'dueDate' },
    FIRST,
  );
  return (
    <WaitingList
      label="My actions"
      what="actions"
      pages={pages}
      none={{
        title: 'Nothing is left for you to do',
        description:
          'Actions that you or one of your groups commit to appear here until they are done.',
      }}
      allPath={listPath}
      waitingPath={`${listPath}?mine=true`}
    >
      {action => (
        <WaitingItem to={hrefOf({ id: action.id })} title={action.title}>
          {action.dueDate && (
            <span>Due {formatTime(action.dueDate, 'day')}</span>
          )}
          <AttentionChips action={action} />
        </WaitingItem>
      )}
    </WaitingList>
  );
}
