export * from './tellIncident';
