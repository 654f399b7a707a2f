import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState, ErrorState, LoadingState } from '../components';
import { Section } from '../components/layout';
import { actionsRouteRef } from '../routes';
import { useActions } from './list/ActionList';
import { ActionTable } from './list/ActionTable';

const useStyles = makeStyles(
  theme => ({ all: { marginTop: theme.spacing(1.5) } }),
  { name: 'HindsightScopeActions' },
);

const FIRST = 5;

/** What was promised for an entity, or by a group: what is due first. */
export function ScopeActions({ scope }: { scope: string }) {
  const classes = useStyles();
  const listPath = useRouteRef(actionsRouteRef)();
  const { data, error, retry } = useActions(
    { scope, status: ['open', 'in-progress'], sort: 'dueDate' },
    FIRST,
  );
  return (
    <Section title="Actions">
      {error && <ErrorState what="the actions" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="actions" variant="table" count={2} />
      )}
      {data && data.items.length > 0 && (
        <ActionTable groups={[{ key: 'all', actions: data.items }]} />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          title="No open actions"
          description="What reviews of its incidents commit to appears here until it is done."
        />
      )}
      <div className={classes.all}>
        <Link to={`${listPath}?${new URLSearchParams({ scope })}`}>
          All actions
        </Link>
      </div>
    </Section>
  );
}
