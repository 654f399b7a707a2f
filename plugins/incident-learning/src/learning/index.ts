export { LearningPage } from './LearningPage';
export {
  incidentsTab,
  overviewTab,
  reviewsTab,
  type LearningTab,
} from './tabs';
