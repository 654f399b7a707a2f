export * from './IncidentImportService';
export * from './createImporters';
export * from './reportStream';
