/**
 * Lets actions of incident learning be tracked as GitHub issues.
 *
 * @packageDocumentation
 */
export { incidentLearningModuleGithub as default } from './module';
