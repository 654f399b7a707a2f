import {
  OverdueReport,
  actionEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { EndpointRouter, sendReportFile } from '../../http';
import type { OverdueService } from './OverdueService';
import { overdueCsv } from './overdueCsv';

/** Mounts `/actions/report/overdue`. */
export function mountOverdue(
  router: EndpointRouter,
  { overdue }: { overdue: OverdueService },
): void {
  router.mount(
    endpoints.overdue,
    async ({ query, credentials, res }): Promise<OverdueReport | void> => {
      const { format, ...asked } = query;
      const report = await overdue.getReport(asked, { credentials });
      return format === 'csv'
        ? sendReportFile(res, {
            name: `overdue-actions-${report.to.slice(0, 10)}.csv`,
            type: 'text/csv',
            text: overdueCsv(report),
          })
        : report;
    },
  );
}
