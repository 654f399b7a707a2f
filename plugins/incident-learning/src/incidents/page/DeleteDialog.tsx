import { useNavigate } from 'react-router-dom';
import { alertApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { AskDialog } from '../../components/dialog';
import { incidentsRouteRef } from '../../routes';

/** Asks before an incident is deleted, by its name. */
export function DeleteDialog(props: {
  incident: Incident;
  onClose: () => void;
}) {
  const { incident, onClose } = props;
  const api = useApi(incidentLearningApiRef);
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const listPath = useRouteRef(incidentsRouteRef)();

  const remove = async () => {
    await api.deleteIncident(incident.id, incident.revision);
    alertApi.post({
      message: `Deleted “${incident.title}”`,
      severity: 'success',
      display: 'transient',
    });
    navigate(listPath);
  };

  return (
    <AskDialog
      title="Delete this incident?"
      text={`“${incident.title}” goes from every list and figure. Its history is kept, and what was a repeat of it is looked at anew.`}
      back="Keep it"
      confirm="Delete incident"
      confirming="Deleting…"
      failure="Not deleted"
      destructive
      onClose={onClose}
      onConfirm={remove}
    />
  );
}
