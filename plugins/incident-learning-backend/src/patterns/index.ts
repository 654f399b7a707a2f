export * from './DatabasePatternStore';
export * from './PatternService';
export * from './PatternStore';
export * from './routes';
