export * from './IncidentImporter';
export * from './extensions';
