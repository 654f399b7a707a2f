import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ActionQuery } from '@hindsight/backstage-plugin-incident-learning-common';
import { EmptyState, Loaded } from '../components';
import { Section } from '../components/layout';
import { actionsRouteRef } from '../routes';
import { useActions } from './list/ActionList';
import { ActionTable } from './list/ActionTable';

const useStyles = makeStyles(
  theme => ({
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 3),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'HindsightActionsSection' },
);

const FIRST = 5;

/** The first of some actions, with a way to all of them. */
export function ActionsSection(props: {
  filter: Partial<ActionQuery>;
  empty: { title: string; description: string };
  /** The query of the list that shows all. */
  all: Record<string, string>;
  /** The query of a form that writes another down. */
  add?: Record<string, string>;
}) {
  const classes = useStyles();
  const listPath = useRouteRef(actionsRouteRef)();
  const { filter, empty, all, add } = props;
  const answer = useActions(filter, FIRST);
  return (
    <Section title="Actions">
      <Loaded what="the actions" variant="table" count={2} answer={answer}>
        {({ items }) =>
          items.length > 0 ? (
            <ActionTable groups={[{ key: 'all', actions: items }]} />
          ) : (
            <EmptyState {...empty} />
          )
        }
      </Loaded>
      <div className={classes.links}>
        <Link to={`${listPath}?${new URLSearchParams(all)}`}>All actions</Link>
        {add && (
          <Link to={`${listPath}/new?${new URLSearchParams(add)}`}>
            Write down an action
          </Link>
        )}
      </div>
    </Section>
  );
}
