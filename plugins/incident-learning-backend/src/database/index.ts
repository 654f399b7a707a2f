export * from './cursor';
export * from './dialect';
export * from './migrate';
