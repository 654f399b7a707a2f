export * from './AccessFilter';
export * from './identity';
export * from './principal';
export * from './IncidentAccess';
export * from './registerPermissions';
