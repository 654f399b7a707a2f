export * from './cursor';
export * from './dialect';
export * from './migrate';
export * from './page';
export * from './values';
