export * from './charts';
export * from './figures';
export * from './format';
export * from './states';
