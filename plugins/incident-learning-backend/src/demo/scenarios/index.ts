export * from './types';
export * from './elsewhere';
export * from './operational';
export * from './security';
