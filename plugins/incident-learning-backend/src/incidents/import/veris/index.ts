export * from './VerisIncidentImporter';
export { verisEntityRef, type VerisEntityOptions } from './verisEntities';
export * from './verisCatalog';
