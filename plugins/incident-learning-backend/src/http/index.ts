export * from './errors';
export * from './mount';
export * from './openapi';
export * from './preconditions';
export * from './csv';
export * from './period';
export * from './readSettings';
export * from './reportFile';
