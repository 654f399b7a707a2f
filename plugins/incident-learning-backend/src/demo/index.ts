export * from './generateDemoIncidents';
export * from './seedDemo';
export { seedReviews } from './reviews';
export { seedRisk } from './risk';
