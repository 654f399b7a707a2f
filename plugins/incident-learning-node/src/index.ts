/**
 * What modules of the incident-learning backend extend.
 *
 * @packageDocumentation
 */
export * from './actions';
export * from './incidents';
export * from './metrics';
