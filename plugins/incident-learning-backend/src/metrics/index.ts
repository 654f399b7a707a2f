export * from './DatabaseMetricsStore';
export * from './MetricsService';
export * from './MetricsStore';
export * from './routes';
