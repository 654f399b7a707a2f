export { EntityIncidents } from './EntityIncidents';
export { IncidentLearningCard } from './IncidentLearningCard';
export { OverviewPage } from './OverviewPage';
