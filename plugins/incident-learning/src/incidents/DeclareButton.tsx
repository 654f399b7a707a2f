import Button from '@material-ui/core/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { incidentCreatePermission } from '@hindsight/backstage-plugin-incident-learning-common';
import { Link } from 'react-router-dom';
import { declareIncidentRouteRef } from '../routes';

/** Leads to the form that declares an incident, for those who may. */
export function DeclareButton(props: {
  /** The entity to fill in. */
  entityRef?: string;
}) {
  const declareHref = useRouteRef(declareIncidentRouteRef);
  const { allowed } = usePermission({ permission: incidentCreatePermission });
  if (!allowed) {
    return null;
  }
  const query = props.entityRef
    ? `?${new URLSearchParams({ entity: props.entityRef })}`
    : '';
  return (
    <Button
      variant="contained"
      color="primary"
      component={Link}
      to={`${declareHref()}${query}`}
    >
      Declare incident
    </Button>
  );
}
