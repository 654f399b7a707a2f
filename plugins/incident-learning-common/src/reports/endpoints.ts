import { defineEndpoint } from '../http/endpoint';
import { trendReportQuerySchema, trendReportSchema } from './schema';

/** @public */
export const trendReportEndpoints = {
  get: defineEndpoint({
    id: 'getTrendReport',
    method: 'get',
    path: '/reports/trends',
    summary:
      'What changed in a period, what it means and what to do next; as a file in other formats than JSON',
    tag: 'reports',
    query: trendReportQuerySchema,
    response: trendReportSchema,
    responseTypes: ['text/markdown', 'text/html', 'text/csv'],
  }),
};
