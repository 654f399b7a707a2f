/**
 * Backend plugin that stores incidents and computes learning metrics.
 *
 * @packageDocumentation
 */
export { incidentLearningPlugin as default } from './plugin';
