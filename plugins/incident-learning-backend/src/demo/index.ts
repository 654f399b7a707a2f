export * from './generateDemoIncidents';
export * from './seedDemo';
export { seedLessons } from './lessons/seedLessons';
export { seedReviews } from './reviews';
export { seedRisk } from './risk';
