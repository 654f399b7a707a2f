export * from './AccessFilter';
export * from './IncidentAccess';
