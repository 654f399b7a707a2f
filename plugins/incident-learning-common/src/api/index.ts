export * from './IncidentLearningApi';
export * from './IncidentLearningClient';
