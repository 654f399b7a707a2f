export { waitingReviewsHomeCard, type HomeCard } from './homeCards';
export { LearningPage } from './LearningPage';
export {
  incidentsTab,
  overviewTab,
  reviewsTab,
  type LearningTab,
} from './tabs';
