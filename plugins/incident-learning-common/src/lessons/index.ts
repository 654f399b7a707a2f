export * from './schema';
export * from './search';
export * from './endpoints';
