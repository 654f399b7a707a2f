export * from './AccessFilter';
export * from './principal';
export * from './IncidentAccess';
export * from './registerPermissions';
