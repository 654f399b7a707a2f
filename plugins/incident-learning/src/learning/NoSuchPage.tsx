import Paper from '@material-ui/core/Paper';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState } from '../components';
import { rootRouteRef } from '../routes';

/** Below an address that no page has. */
export function NoSuchPage() {
  const overview = `${useRouteRef(rootRouteRef)()}/overview`;
  return (
    <Paper variant="outlined">
      <EmptyState
        title="There is no page of this address"
        description="It may be mistyped, or from another version. What there is stands under the tabs above."
        action={<Link to={overview}>Go to the overview</Link>}
      />
    </Paper>
  );
}
