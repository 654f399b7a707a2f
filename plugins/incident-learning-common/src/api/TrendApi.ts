import type {
  BreakdownQuery,
  DataQuality,
  DataQualityQuery,
  MetricBreakdown,
  MetricsQuery,
  RepeatLookBack,
  RepeatLookBackQuery,
  RootCauseSeries,
} from '../metrics';
import type { Patterns, PatternsQuery } from '../patterns';
import type { TrendReport, TrendReportQuery } from '../reports';

/** What can be asked about how incidents, and what is learned from them, develop. @public */
export interface TrendApi {
  getPatterns(
    query: Partial<PatternsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Patterns>;
  /** One KPI by team, severity or category. */
  getMetricBreakdown(
    query: Partial<BreakdownQuery> & Pick<BreakdownQuery, 'kpi' | 'by'>,
    options?: { signal?: AbortSignal },
  ): Promise<MetricBreakdown>;
  /** The root causes of published reviews by type, over time. */
  getRootCauses(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<RootCauseSeries>;
  /** The share of repeat incidents for several look-back windows. */
  getRepeatLookBack(
    query: Partial<RepeatLookBackQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<RepeatLookBack>;
  getDataQuality(
    query: Partial<DataQualityQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<DataQuality>;
  getTrendReport(
    query: Partial<Omit<TrendReportQuery, 'format' | 'table'>>,
    options?: { signal?: AbortSignal },
  ): Promise<TrendReport>;
  /** The report as a file; as CSV, one `table` of it. */
  exportTrendReport(
    query: Partial<TrendReportQuery> & {
      format: Exclude<TrendReportQuery['format'], 'json'>;
    },
  ): Promise<string>;
}
