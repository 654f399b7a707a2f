import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Action,
  UNDONE_STATUSES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  formatTime,
} from '../components';
import { actionRouteRef, actionsRouteRef } from '../routes';
import { AttentionChips } from './chips';
import { useActions } from './list/ActionList';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 0.75),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightMyActions' },
);

const FIRST = 5;

/** What the reader and their groups still have to do, for the home page. */
export function MyActions() {
  const classes = useStyles();
  const listPath = useRouteRef(actionsRouteRef)();
  const { data, error, retry } = useActions(
    { mine: true, status: [...UNDONE_STATUSES], sort: 'dueDate' },
    FIRST,
  );
  if (error) {
    return <ErrorState what="the actions" error={error} onRetry={retry} />;
  }
  if (!data) {
    return <LoadingState what="actions" variant="table" count={3} />;
  }
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="Nothing is left for you to do"
        description="Actions that you or one of your groups commit to appear here until they are done."
        action={<Link to={listPath}>All actions</Link>}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="My actions">
        {data.items.map(action => (
          <MyAction key={action.id} action={action} />
        ))}
      </ul>
      {data.totalItems > data.items.length && (
        <Link to={`${listPath}?mine=true`}>All {data.totalItems}</Link>
      )}
    </>
  );
}

function MyAction({ action }: { action: Action }) {
  const classes = useStyles();
  const href = useRouteRef(actionRouteRef)({ id: action.id });
  return (
    <li className={classes.item}>
      <Link to={href}>{action.title}</Link>
      <div className={classes.row}>
        {action.dueDate && <span>Due {formatTime(action.dueDate, 'day')}</span>}
        <AttentionChips action={action} />
      </div>
    </li>
  );
}
