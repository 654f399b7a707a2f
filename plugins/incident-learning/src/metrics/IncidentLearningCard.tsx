import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ErrorState } from '../components';
import { entityTabRouteRef } from '../routes';
import { LAST_YEAR, periodOf } from '../url';
import { CardFigures, CardFiguresSkeleton } from './CardFigures';
import { useMetrics } from './useMetrics';
import { useOpenIncidents } from './useOpenIncidents';

/** The card of an entity's overview: what is open, and what the last 365 days say. */
export function IncidentLearningCard() {
  const { entity } = useEntity();
  const tabRoute = useRouteRef(entityTabRouteRef);
  const scope = stringifyEntityRef(entity);
  return (
    <EntityInfoCard
      title="Incident learning"
      footerActions={tabRoute && <Link to={tabRoute()}>All incidents</Link>}
    >
      <CardContent scope={scope} />
    </EntityInfoCard>
  );
}

function CardContent(props: { scope: string }) {
  const { scope } = props;
  const [period] = useState(() => periodOf(LAST_YEAR, Date.now()));
  const measured = useMetrics({ scope, period });
  const open = useOpenIncidents(scope);
  const failed = [measured, open].find(({ error }) => error);

  if (failed?.error) {
    return (
      <ErrorState
        what="the incidents"
        error={failed.error}
        onRetry={failed.retry}
      />
    );
  }
  if (!measured.data || !open.data) {
    return <CardFiguresSkeleton />;
  }
  const { metrics } = measured.data;
  if (metrics.incidents === 0 && open.data.unresolved === 0) {
    return (
      <Typography variant="body2">
        No incidents in the last 365 days, and none open.
      </Typography>
    );
  }
  return <CardFigures scope={scope} metrics={metrics} open={open.data} />;
}
