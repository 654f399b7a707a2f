export * from './cursor';
export * from './dialect';
export * from './migrate';
export * from './page';
export * from './readAll';
export * from './readTogether';
export * from './record';
export * from './values';
