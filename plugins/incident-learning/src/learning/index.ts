export {
  anniversariesHomeCard,
  myActionsHomeCard,
  waitingReviewsHomeCard,
  type HomeCard,
} from './homeCards';
export { LearningPage } from './LearningPage';
export {
  actionsTab,
  bulletinTab,
  incidentsTab,
  lessonsTab,
  overviewTab,
  patternsTab,
  reportTab,
  reviewsTab,
  riskTab,
  type LearningTab,
} from './tabs';
