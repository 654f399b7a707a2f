export * from './CsvIncidentImporter';
