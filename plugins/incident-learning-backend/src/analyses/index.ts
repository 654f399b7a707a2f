export * from './AnalysisService';
export * from './AnalysisStore';
export * from './DatabaseAnalysisStore';
export * from './nodeIds';
export * from './routes';
