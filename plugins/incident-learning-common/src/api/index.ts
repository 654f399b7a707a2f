export * from './Page';
export type { IncidentLearningClientOptions } from './EndpointCaller';
export * from './ReviewApi';
export * from './TrendApi';
export * from './IncidentLearningApi';
export * from './IncidentLearningClient';
