export * from './DatabaseIncidentStore';
export * from './EntityAliases';
export * from './applyAliases';
export * from './IncidentService';
export * from './IncidentStore';
export * from './import';
export * from './incidentFilters';
export * from './routes';
