import { useNavigate, useParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  Incident,
  IncidentContent,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../api';
import { ErrorState, LoadingState } from '../components';
import { incidentRouteRef, incidentsRouteRef } from '../routes';
import {
  IncidentEditor,
  contentOf,
  patchBetween,
  useStoredDraft,
} from './form';
import { PageTitle } from './PageTitle';

/** The form that changes an incident; `?field=` names the field to start at. */
export function EditIncidentPage() {
  const { id = '' } = useParams();
  const api = useApi(incidentLearningApiRef);
  const { data, error, retry } = useApiData(id, () => api.getIncident(id));
  if (error) {
    return <ErrorState what="the incident" error={error} onRetry={retry} />;
  }
  return data?.id === id ? (
    <EditIncident key={id} incident={data} />
  ) : (
    <LoadingState what="the incident" variant="detail" />
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
