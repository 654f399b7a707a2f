export * from './endpoints';
export * from './lessons';
export * from './schema';
