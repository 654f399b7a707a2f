export * from './coverage';
export * from './coverageSchema';
export * from './endpoints';
export * from './schema';
