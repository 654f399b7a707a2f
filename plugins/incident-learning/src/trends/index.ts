export { TrendReportPage } from './TrendReportPage';
