export * from './anniversaries';
export * from './endpoints';
export * from './reasons';
export * from './schema';
