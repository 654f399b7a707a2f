import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityDisplayName, useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState } from '../components';
import { IncidentList } from '../incidents';
import { declareIncidentRouteRef } from '../routes';
import { ALL_TIME, usePeriod } from '../url';
import { MetricsView } from './MetricsView';
import { PeriodPicker } from './PeriodPicker';

const useStyles = makeStyles(
  theme => ({
    pickers: { marginBottom: theme.spacing(2) },
    heading: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 700,
    },
  }),
  { name: 'IncidentLearningEntityIncidents' },
);

/** The tab Incidents of an entity: its figures, and the incidents behind them. */
export function EntityIncidents() {
  const classes = useStyles();
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  const [period, pickPeriod] = usePeriod(ALL_TIME);
  return (
    <>
      <div className={classes.pickers}>
        <PeriodPicker period={period} onPick={pickPeriod} />
      </div>
      <MetricsView
        selection={{ scope, period }}
        onPickPeriod={pickPeriod}
        emptyState={<NothingRecorded entityRef={scope} />}
      >
        <h2 className={classes.heading}>Incidents</h2>
        <IncidentList scope={scope} />
      </MetricsView>
    </>
  );
}

function NothingRecorded(props: { entityRef: string }) {
  const declareRoute = useRouteRef(declareIncidentRouteRef);
  const query = new URLSearchParams({ entity: props.entityRef });
  return (
    <EmptyState
      title="No incidents recorded"
      description={
        <>
          Nothing that was recorded touched{' '}
          <EntityDisplayName entityRef={props.entityRef} hideIcon /> or its
          parts. Declare what happened, so that others can learn from it.
        </>
      }
      action={
        <LinkButton
          to={`${declareRoute()}?${query}`}
          variant="outlined"
          color="primary"
        >
          Declare an incident
        </LinkButton>
      }
    />
  );
}
