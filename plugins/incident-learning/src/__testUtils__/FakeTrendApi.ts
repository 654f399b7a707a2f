import {
  BreakdownQuery,
  DataQuality,
  DataQualityQuery,
  Incident,
  MetricBreakdown,
  MetricsQuery,
  Patterns,
  PatternsQuery,
  RepeatLookBack,
  RepeatLookBackQuery,
  RootCauseSeries,
  TrendApi,
  TrendReport,
  breakdownQuerySchema,
  dataQualityQuerySchema,
  foldRepeatLookBack,
  foldRootCauses,
  isWithin,
  metricsQuerySchema,
  patternsQuerySchema,
  repeatLookBackQuerySchema,
  trendReportQuerySchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { FakeApiOptions } from './FakeIncidentLearningApi';
import { FakeRiskApi } from './FakeRiskApi';
import { breakdownOf, dataQualityOf } from './figures';
import { periodOf } from './metrics';
import { patternsOf } from './patterns';
import { responseError } from './responseError';

/** What a `FakeTrendApi` starts from. */
export interface FakeTrendOptions extends FakeApiOptions {
  /** Owners by entity ref. */
  owners?: Record<string, string[]>;
  trendReport?: TrendReport;
}

/** Patterns, breakdowns and reports over the incidents in memory. */
export class FakeTrendApi extends FakeRiskApi implements TrendApi {
  private readonly owners: Record<string, string[]>;
  private readonly trendReport?: TrendReport;

  constructor(options: FakeTrendOptions = {}) {
    super(options);
    this.owners = options.owners ?? {};
    this.trendReport = options.trendReport;
  }

  async getPatterns(query: Partial<PatternsQuery>): Promise<Patterns> {
    const parsed = await this.parse(patternsQuerySchema, query);
    return patternsOf(this.counted(parsed), parsed, this.now);
  }

  async getMetricBreakdown(
    query: Partial<BreakdownQuery> & Pick<BreakdownQuery, 'kpi' | 'by'>,
  ): Promise<MetricBreakdown> {
    const parsed = await this.parse(breakdownQuerySchema, query);
    return breakdownOf(this.counted(parsed), parsed, this.ownersOf);
  }

  async getDataQuality(query: Partial<DataQualityQuery>): Promise<DataQuality> {
    const parsed = await this.parse(dataQualityQuerySchema, query);
    return dataQualityOf(this.counted(parsed), parsed, this.ownersOf);
  }

  /** No review in memory has found any. */
  async getRootCauses(query: Partial<MetricsQuery>): Promise<RootCauseSeries> {
    const parsed = await this.parse(metricsQuerySchema, query);
    const { scope, interval } = parsed;
    const period = periodOf(parsed, this.now);
    return foldRootCauses({ scope, interval, period }).read();
  }

  /** What is flagged as a repeat repeats what just happened. */
  async getRepeatLookBack(
    query: Partial<RepeatLookBackQuery>,
  ): Promise<RepeatLookBack> {
    const parsed = await this.parse(repeatLookBackQuerySchema, query);
    const { from, to } = periodOf(parsed, this.now);
    const fold = foldRepeatLookBack(365);
    for (const { repeat } of this.counted(parsed)) {
      fold.add({
        confirmed: repeat?.state === 'confirmed',
        gapMs: repeat?.state === 'suspected' ? 0 : undefined,
      });
    }
    return {
      scope: parsed.scope,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      items: fold.read(),
    };
  }

  async getTrendReport(): Promise<TrendReport> {
    await this.failIfAsked();
    if (!this.trendReport) {
      throw await responseError(404, 'NotFoundError', 'There is no report');
    }
    return this.trendReport;
  }

  async exportTrendReport(query: {
    format: 'markdown' | 'html' | 'csv';
  }): Promise<string> {
    const { format, table } = await this.parse(trendReportQuerySchema, query);
    return `${format} ${table}`;
  }

  private readonly ownersOf = (ref: string) => this.owners[ref] ?? [];

  private counted(query: {
    scope: string;
    from?: string;
    to?: string;
  }): Incident[] {
    const period = periodOf(query, this.now);
    return this.inScope(query).filter(({ periodAt }) =>
      isWithin(Date.parse(periodAt), period),
    );
  }
}
