import Paper from '@material-ui/core/Paper';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Patterns } from '@hindsight/backstage-plugin-incident-learning-common';
import { EmptyState } from '../components';
import { incidentsRouteRef } from '../routes';

/** Why there is no group, and what to do about it. */
export function NoPatterns(props: {
  patterns: Patterns;
  view: 'services' | 'signature';
}) {
  const { patterns, view } = props;
  const incidents = useRouteRef(incidentsRouteRef)();
  const classified = patterns.incidents > patterns.unclassified;
  const title =
    view === 'services'
      ? 'No kind of incident came up at two services'
      : 'Nothing came back at the same service';
  if (patterns.incidents === 0) {
    return (
      <Paper variant="outlined">
        <EmptyState
          title="No incidents in this period"
          description="Widen the period, or look at a larger scope."
          action={<Link to={incidents}>Go to the incidents</Link>}
        />
      </Paper>
    );
  }
  return (
    <Paper variant="outlined">
      <EmptyState
        title={title}
        description={
          classified
            ? 'That is good news, as far as this period goes. A longer one may show what comes back more slowly.'
            : 'Incidents are compared by category and attack vector, and these have neither: add them, and what belongs together shows here.'
        }
        action={
          <Link
            to={
              classified
                ? incidents
                : `${incidents}?category=unknown&attackVector=unknown`
            }
          >
            {classified ? 'Go to the incidents' : 'Classify incidents'}
          </Link>
        }
      />
    </Paper>
  );
}
