export * from './DatabaseTrendTotalsStore';
export * from './TrendReportService';
export * from './routes';
export * from './scheduleTrendReports';
