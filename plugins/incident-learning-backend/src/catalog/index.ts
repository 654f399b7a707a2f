export * from './CatalogCriticality';
export * from './CatalogOwnership';
export * from './CatalogPeople';
export * from './CatalogScopeResolver';
export * from './CatalogTeams';
export * from './People';
export * from './ScopeResolver';
export * from './Teams';
