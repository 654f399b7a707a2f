import {
  TrendReport,
  trendReportEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { TrendReportService } from './TrendReportService';
import { writeTrendReport } from './writeTrendReport';

/** Mounts `/reports`. */
export function mountTrendReports(
  router: EndpointRouter,
  { trends, baseUrl }: { trends: TrendReportService; baseUrl: string },
): void {
  router.mount(
    endpoints.get,
    async ({ query, credentials, res }): Promise<TrendReport | void> => {
      const { format, table, ...scoped } = query;
      const report = await trends.getReport(scoped, { credentials });
      return format === 'json'
        ? report
        : writeTrendReport(res, report, { format, table, baseUrl });
    },
  );
}
