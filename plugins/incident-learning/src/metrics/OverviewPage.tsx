import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState } from '../components';
import { declareIncidentRouteRef, incidentsRouteRef } from '../routes';
import { usePeriod, useScope } from '../url';
import { MetricsView } from './MetricsView';
import { PeriodPicker } from './PeriodPicker';
import { ScopePicker } from './ScopePicker';

const useStyles = makeStyles(
  theme => ({
    pickers: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningOverviewPage' },
);

/** The tab Overview of the page Learning: the figures of the organisation, or of whom the address names. */
export function OverviewPage() {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod();
  return (
    <>
      <div className={classes.pickers}>
        <ScopePicker scope={scope} onPick={pickScope} />
        <PeriodPicker period={period} onPick={pickPeriod} />
      </div>
      <MetricsView
        selection={{ scope: scope ?? 'org', period }}
        onPickPeriod={pickPeriod}
        emptyState={<NothingRecorded scope={scope} />}
      />
    </>
  );
}

function NothingRecorded(props: { scope?: string }) {
  const declareRoute = useRouteRef(declareIncidentRouteRef);
  const incidentsRoute = useRouteRef(incidentsRouteRef);
  return props.scope ? (
    <EmptyState
      title="No incidents recorded here"
      description={`Nothing that was recorded touched ${props.scope}, what it owns or what it holds.`}
    />
  ) : (
    <EmptyState
      title="No incidents recorded yet"
      description="Import what you have from another system or a file, or declare the first incident by hand. The figures follow by themselves."
      action={
        <>
          <LinkButton to={incidentsRoute()} variant="contained" color="primary">
            Import incidents
          </LinkButton>{' '}
          <LinkButton to={declareRoute()} variant="outlined" color="primary">
            Declare an incident
          </LinkButton>
        </>
      }
    />
  );
}
