/**
 * Entity tabs, forms and dashboards for learning from incidents.
 *
 * @packageDocumentation
 */
export { incidentLearningApiRef } from './api';
export {
  EntityIncidentLearningCard,
  EntityIncidentsContent,
  IncidentLearningPage,
  LessonAnniversariesCard,
  MyActionsCard,
  WaitingReviewsCard,
  incidentLearningPlugin,
} from './plugin';
