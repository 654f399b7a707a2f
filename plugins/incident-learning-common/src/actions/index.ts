export * from './schema';
export * from './commitment';
export * from './endpoints';
