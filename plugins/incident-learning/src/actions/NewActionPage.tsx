import { useNavigate } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../api';
import { Loaded } from '../components';
import { PageTitle, Section } from '../components/layout';
import { actionRouteRef, actionsRouteRef, incidentRouteRef } from '../routes';
import { useUrlParams } from '../url';
import { ActionForm } from './form/ActionForm';

/** The form that writes an action down, outside of any review; the address can name the incident that it is to prevent. */
export function NewActionPage() {
  const [params] = useUrlParams();
  const incidentId = params.get('incident') ?? undefined;
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(actionsRouteRef)();
  const actionPath = useRouteRef(actionRouteRef);
  const incidentPath = useRouteRef(incidentRouteRef);
  const back = incidentId ? incidentPath({ id: incidentId }) : listPath;
  return (
    <>
      <PageTitle
        title="Write down an action"
        above={<Link to={listPath}>Actions</Link>}
        below={incidentId && <ToPrevent incidentId={incidentId} path={back} />}
      />
      <Section title="What is to be done">
        <ActionForm
          saveLabel="Write it down"
          onSave={async content => {
            const { id } = await api.createAction({ ...content, incidentId });
            navigate(actionPath({ id }));
          }}
          onCancel={() => navigate(back)}
        />
      </Section>
    </>
  );
}

function ToPrevent(props: { incidentId: string; path: string }) {
  const { incidentId, path } = props;
  const api = useApi(incidentLearningApiRef);
  const answer = useApiData(incidentId, () => api.getIncident(incidentId));
  return (
    <Loaded what="the incident" variant="table" count={1} answer={answer}>
      {({ title }) => (
        <>
          To prevent another “
          <Link to={path} underline="always">
            {title}
          </Link>
          ”
        </>
      )}
    </Loaded>
  );
}
