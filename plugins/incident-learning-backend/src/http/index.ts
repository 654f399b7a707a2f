export * from './errors';
export * from './mount';
