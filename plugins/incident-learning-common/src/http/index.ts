export * from './endpoint';
export * from './query';
