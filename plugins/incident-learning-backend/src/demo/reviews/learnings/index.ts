export * from './learningOf';
export * from './types';
