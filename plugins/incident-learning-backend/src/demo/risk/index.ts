export * from './seedRisk';
