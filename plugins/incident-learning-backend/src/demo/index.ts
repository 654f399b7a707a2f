export * from './generateDemoIncidents';
export * from './seedDemo';
