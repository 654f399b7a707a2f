/**
 * Backend plugin that stores incidents and computes learning metrics.
 *
 * @packageDocumentation
 */
export { incidentLearningPlugin as default } from './plugin';
export {
  catalogDocuments,
  type CatalogEntry,
} from './incidents/import/catalogFile';
export { readVerisCatalog, verisEntityRef } from './incidents/import/veris';
