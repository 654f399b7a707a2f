import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityIncidentsRouteRef } from '../routes';
import { INCIDENT_KINDS_FILTER } from './entityFilter';

export const entityIncidentsContent = EntityContentBlueprint.make({
  name: 'incidents',
  params: {
    path: 'incidents',
    title: 'Incidents',
    filter: INCIDENT_KINDS_FILTER,
    routeRef: entityIncidentsRouteRef,
    loader: async () => {
      const { EntityIncidents } = await import('../metrics');
      return <EntityIncidents />;
    },
  },
});
