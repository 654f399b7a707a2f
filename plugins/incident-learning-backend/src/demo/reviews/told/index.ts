export * from './tellCases';
export * from './types';
