import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { formatCount } from '../components';
import { FlagButton } from '../components/filters';
import { PageTitle } from '../components/layout';
import { useScope, useUrlParams } from '../url';
import { DeclareButton } from './DeclareButton';
import { ImportButton } from './import';
import { IncidentList } from './list';

/** Every incident there is, and the ways to add more. */
export function IncidentsPage() {
  const [scope] = useScope();
  const [version, setVersion] = useState(0);
  const reload = () => setVersion(before => before + 1);
  return (
    <>
      <PageTitle
        title="Incidents"
        actions={
          <>
            <UnassignedQueue version={version} />
            <ImportButton onImported={reload} />
            <DeclareButton entityRef={scope} />
          </>
        }
      />
      <IncidentList pickers scope={scope} version={version} />
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
    <FlagButton
      pressed={active}
      onChange={unassigned => update({ unassigned, shown: undefined })}
    >
      Unassigned: {formatCount(data?.totalItems ?? 0)}
    </FlagButton>
  );
}
