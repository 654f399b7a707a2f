export { renderReportHtml } from './renderReportHtml';
