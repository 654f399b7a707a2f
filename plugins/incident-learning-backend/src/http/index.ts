export * from './errors';
export * from './mount';
export * from './openapi';
