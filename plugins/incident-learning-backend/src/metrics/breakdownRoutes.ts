import { metricsEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { BreakdownService } from './BreakdownService';

/** Mounts `/metrics/breakdown` and `/metrics/data-quality`. */
export function mountBreakdowns(
  router: EndpointRouter,
  { breakdowns }: { breakdowns: BreakdownService },
): void {
  router.mount(endpoints.breakdown, ({ query, credentials }) =>
    breakdowns.getBreakdown(query, { credentials }),
  );
  router.mount(endpoints.dataQuality, ({ query, credentials }) =>
    breakdowns.getDataQuality(query, { credentials }),
  );
}
