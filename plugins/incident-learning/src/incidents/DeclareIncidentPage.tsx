import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { entityRefSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../api';
import { LoadingState } from '../components';
import { incidentRouteRef, incidentsRouteRef } from '../routes';
import { IncidentEditor, useStoredDraft } from './form';
import { PageTitle } from '../components/layout';

/** The form that declares an incident; `?entity=` names one that was affected. */
export function DeclareIncidentPage() {
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(incidentsRouteRef)();
  const incidentPath = useRouteRef(incidentRouteRef);
  const [params] = useSearchParams();
  const entities = params.getAll('entity').join(' ');
  const prefilled = useMemo(
    () => ({
      entityRefs: entities
        .split(' ')
        .flatMap(ref => entityRefSchema.safeParse(ref).data ?? []),
    }),
    [entities],
  );
  const { ready, restored, store } = useStoredDraft('new');
  return (
    <>
      <PageTitle
        title="Declare an incident"
        above={<Link to={listPath}>Incidents</Link>}
      />
      {ready ? (
        <IncidentEditor
          prefilled={prefilled}
          restored={restored}
          store={store}
          saveLabel="Declare"
          cancelPath={listPath}
          onSave={content => api.createIncident(content)}
          onSaved={({ id }) => navigate(incidentPath({ id }))}
        />
      ) : (
        <LoadingState what="the form" variant="detail" />
      )}
    </>
  );
}
