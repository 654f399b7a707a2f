export * from './CatalogOwnership';
export * from './CatalogPeople';
export * from './CatalogScopeResolver';
export * from './People';
export * from './ScopeResolver';
