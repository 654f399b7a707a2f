export * from './definitions';
export * from './schema';
export * from './endpoints';
