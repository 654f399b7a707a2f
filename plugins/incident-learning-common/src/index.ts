/**
 * The domain of incident learning: schemas, definitions, statistics and the API client.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './actions';
export * from './analyses';
export * from './api';
export * from './bulletins';
export * from './format';
export * from './http';
export * from './incidents';
export * from './lessons';
export * from './metrics';
export * from './patterns';
export * from './reports';
export * from './reviews';
export * from './risk';
