export * from './seedReviews';
export { tellCaseIncidents } from './told';
