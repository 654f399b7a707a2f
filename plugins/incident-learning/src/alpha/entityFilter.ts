/** Entities that incidents happen to, or that own or hold such. */
export const INCIDENT_KINDS_FILTER = {
  kind: {
    $in: ['component', 'api', 'resource', 'system', 'domain', 'group'],
  },
};
