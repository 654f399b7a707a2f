import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { INCIDENT_KINDS_FILTER } from './entityFilter';

export const entityIncidentLearningCard = EntityCardBlueprint.make({
  name: 'incident-learning',
  params: {
    // Beside what the entity is, not below all that it is related to.
    type: 'info',
    filter: INCIDENT_KINDS_FILTER,
    loader: async () => {
      const { IncidentLearningCard } = await import('../metrics');
      return <IncidentLearningCard />;
    },
  },
});
