import { LoadedIncident } from './LoadedIncident';
import { IncidentView } from './page';

/** Everything that is known of one incident. */
export function IncidentPage() {
  return (
    <LoadedIncident>
      {incident => <IncidentView key={incident.id} incident={incident} />}
    </LoadedIncident>
  );
}
