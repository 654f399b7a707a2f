export * from './Page';
export type { IncidentLearningClientOptions } from './EndpointCaller';
export * from './ActionApi';
export * from './ReviewApi';
export * from './RiskApi';
export * from './TrendApi';
export * from './IncidentLearningApi';
export * from './LessonTravelApi';
export * from './IncidentLearningClient';
