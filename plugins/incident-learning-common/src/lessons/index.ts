export * from './schema';
export * from './search';
export * from './query';
export * from './history';
export * from './endpoints';
export * from './applications';
export * from './travel';
