import { usePermission } from '@backstage/plugin-permission-react';
import {
  Incident,
  actionCreatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ActionsSection } from './ActionsSection';

/** What is to prevent an incident from happening again, its reviews' actions among it. */
export function IncidentActions({ incident }: { incident: Incident }) {
  const { allowed } = usePermission({ permission: actionCreatePermission });
  const ofIncident = { incident: incident.id };
  return (
    <ActionsSection
      filter={ofIncident}
      all={{ ...ofIncident, all: 'true' }}
      add={allowed ? ofIncident : undefined}
      empty={{
        title: 'No action yet',
        description:
          'Write down what would prevent it, or let its review find that out. A confirmed repeat reopens what was done.',
      }}
    />
  );
}
