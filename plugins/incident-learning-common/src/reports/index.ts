export * from './concludeTrends';
export * from './endpoints';
export { formatAgainst, formatFigure } from './figures';
export { renderTrendHtml } from './html/renderTrendHtml';
export { trendReportLink } from './links';
export {
  cellText,
  renderTrendMarkdown,
  trendPeriod,
  trendTitle,
  type TrendRenderOptions,
} from './markdown';
export * from './rules';
export * from './schema';
export * from './tables';
