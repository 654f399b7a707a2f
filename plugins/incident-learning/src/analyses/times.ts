import type {
  Incident,
  IncidentTimes,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** The times that the phases of a timeline follow from: those of the first incident that has any. */
export function timesOfIncidents(incidents: Incident[]): IncidentTimes {
  return (
    incidents.find(({ detectedAt, occurredAt }) => detectedAt || occurredAt) ??
    incidents[0] ??
    {}
  );
}
