/**
 * What modules of the incident-learning backend extend.
 *
 * @packageDocumentation
 */
export * from './incidents';
export * from './metrics';
