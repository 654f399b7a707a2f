export { incidentLearningPlugin as default } from './plugin';
