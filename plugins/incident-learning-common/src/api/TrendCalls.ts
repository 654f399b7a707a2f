import {
  BreakdownQuery,
  DataQuality,
  DataQualityQuery,
  MetricBreakdown,
  MetricsQuery,
  RepeatLookBack,
  RepeatLookBackQuery,
  RootCauseSeries,
  metricsEndpoints,
} from '../metrics';
import { Patterns, PatternsQuery, patternEndpoints } from '../patterns';
import {
  TrendReport,
  TrendReportQuery,
  trendReportEndpoints,
} from '../reports';
import { ReviewCalls } from './ReviewCalls';
import type { TrendApi } from './TrendApi';

/** The calls of trends, over HTTP. */
export class TrendCalls extends ReviewCalls implements TrendApi {
  getPatterns(
    query: Partial<PatternsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Patterns> {
    return this.call(patternEndpoints.get, { query, ...options });
  }

  getMetricBreakdown(
    query: Partial<BreakdownQuery> & Pick<BreakdownQuery, 'kpi' | 'by'>,
    options?: { signal?: AbortSignal },
  ): Promise<MetricBreakdown> {
    return this.call(metricsEndpoints.breakdown, { query, ...options });
  }

  getRootCauses(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<RootCauseSeries> {
    return this.call(metricsEndpoints.rootCauses, { query, ...options });
  }

  getRepeatLookBack(
    query: Partial<RepeatLookBackQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<RepeatLookBack> {
    return this.call(metricsEndpoints.repeatLookBack, { query, ...options });
  }

  getDataQuality(
    query: Partial<DataQualityQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<DataQuality> {
    return this.call(metricsEndpoints.dataQuality, { query, ...options });
  }

  getTrendReport(
    query: Partial<Omit<TrendReportQuery, 'format' | 'table'>>,
    options?: { signal?: AbortSignal },
  ): Promise<TrendReport> {
    return this.call(trendReportEndpoints.get, {
      query: { ...query, format: 'json' },
      ...options,
    });
  }

  exportTrendReport(
    query: Partial<TrendReportQuery> & {
      format: Exclude<TrendReportQuery['format'], 'json'>;
    },
  ): Promise<string> {
    return this.callForText(trendReportEndpoints.get, { query });
  }
}
