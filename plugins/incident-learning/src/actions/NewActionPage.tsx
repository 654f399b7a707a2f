import { useNavigate } from 'react-router-dom';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../api';
import { PageTitle, Section } from '../components/layout';
import { actionRouteRef, actionsRouteRef } from '../routes';
import { ActionForm } from './form/ActionForm';

/** The form that writes an action down, outside of any review. */
export function NewActionPage() {
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(actionsRouteRef)();
  const actionPath = useRouteRef(actionRouteRef);
  return (
    <>
      <PageTitle
        title="Write down an action"
        above={<Link to={listPath}>Actions</Link>}
      />
      <Section title="What is to be done">
        <ActionForm
          saveLabel="Write it down"
          onSave={async content => {
            const { id } = await api.createAction(content);
            navigate(actionPath({ id }));
          }}
          onCancel={() => navigate(listPath)}
        />
      </Section>
    </>
  );
}
