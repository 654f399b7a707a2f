export * from './types';
export * from './planIncidents';
