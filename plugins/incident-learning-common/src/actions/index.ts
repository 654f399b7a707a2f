export * from './schema';
export * from './commitment';
export * from './transitions';
export * from './query';
export * from './work';
export * from './report';
export * from './effect';
export * from './endpoints';
