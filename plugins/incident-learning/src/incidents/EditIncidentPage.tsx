import { useNavigate } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  Incident,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../api';
import { LoadingState, RecordOfPath } from '../components';
import { incidentRouteRef, incidentsRouteRef } from '../routes';
import {
  IncidentEditor,
  contentOf,
  patchBetween,
  useStoredDraft,
} from './form';
import { PageTitle } from '../components/layout';

/** The form that changes an incident; `?field=` names the field to start at. */
export function EditIncidentPage() {
  const api = useApi(incidentLearningApiRef);
  return (
    <RecordOfPath what="the incident" load={id => api.getIncident(id)}>
      {incident => <EditIncident incident={incident} />}
    </RecordOfPath>
  );
}

function EditIncident({ incident }: { incident: Incident }) {
  const { id, title } = incident;
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(incidentsRouteRef)();
  const path = useRouteRef(incidentRouteRef)({ id });
  const { ready, restored, store } = useStoredDraft(id);

  const save = async (content: IncidentContent, base = incident) => {
    const patch = patchBetween(contentOf(base), content);
    return Object.keys(patch).length > 0
      ? api.updateIncident(id, base.revision, patch)
      : base;
  };

  return (
    <>
      <PageTitle
        title="Edit incident"
        above={
          <>
            <Link to={listPath}>Incidents</Link> /{' '}
            <Link to={path}>{title}</Link>
          </>
        }
      />
      {ready ? (
        <IncidentEditor
          incident={incident}
          restored={restored}
          store={store}
          saveLabel="Save changes"
          cancelPath={path}
          onSave={save}
          onSaved={() => navigate(path)}
        />
      ) : (
        <LoadingState what="the form" variant="detail" />
      )}
    </>
  );
}
