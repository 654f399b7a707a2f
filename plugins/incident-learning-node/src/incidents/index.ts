export * from './IncidentImporter';
export * from './extensions';
export * from './reading';
