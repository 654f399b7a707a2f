export { LearningPage } from './LearningPage';
export { incidentsTab, overviewTab, type LearningTab } from './tabs';
