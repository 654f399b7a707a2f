import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { formatCount } from '../components';
import { PeriodPicker, ScopePicker } from '../components/pickers';
import { ALL_TIME, usePeriod, useScope, useUrlParams } from '../url';
import { DeclareButton } from './DeclareButton';
import { ImportButton } from './import';
import { IncidentList } from './list';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    title: {
      flex: '1 1 auto',
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      fontWeight: 700,
    },
  }),
  { name: 'IncidentLearningIncidentsPage' },
);

/** Every incident there is, and the ways to add more. */
export function IncidentsPage() {
  const classes = useStyles();
  const [scope, setScope] = useScope();
  const [period, setPeriod] = usePeriod(ALL_TIME);
  const [version, setVersion] = useState(0);
  const reload = () => setVersion(before => before + 1);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>Incidents</h2>
        <UnassignedQueue version={version} />
        <ImportButton onImported={reload} />
        <DeclareButton entityRef={scope} />
      </div>
      <IncidentList
        scope={scope}
        version={version}
        context={
          <>
            <ScopePicker scope={scope} onPick={setScope} />
            <PeriodPicker period={period} onPick={setPeriod} />
          </>
        }
        contextFilters={
          scope
            ? [{ label: 'Of', value: scope, without: { scope: undefined } }]
            : undefined
        }
      />
    </>
  );
}

/** Leads to the incidents that nobody has tied to an entity yet, and says how many there are. */
function UnassignedQueue(props: { version: number }) {
  const api = useApi(incidentLearningApiRef);
  const [params, update] = useUrlParams();
  const { data } = useApiData(`unassigned ${props.version}`, signal =>
    api.listIncidents({ unassigned: true, total: true, limit: 1 }, { signal }),
  );
  const active = params.get('unassigned') === 'true';
  if (!data?.totalItems && !active) {
    return null;
  }
  return (
    <Button
      variant="outlined"
      aria-pressed={active}
      color={active ? 'primary' : 'default'}
      onClick={() =>
        update({ unassigned: active ? undefined : 'true', shown: undefined })
      }
    >
      Unassigned: {formatCount(data?.totalItems ?? 0)}
    </Button>
  );
}
