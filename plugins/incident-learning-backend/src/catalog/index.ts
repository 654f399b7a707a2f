export * from './CatalogScopeResolver';
export * from './ScopeResolver';
