import { metricsEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { MetricsService } from './MetricsService';

/** Mounts `/metrics`. */
export function mountMetrics(
  router: EndpointRouter,
  { metrics }: { metrics: MetricsService },
): void {
  router.mount(endpoints.get, ({ query, credentials }) =>
    metrics.getMetrics(query, { credentials }),
  );
  router.mount(endpoints.points, ({ query, credentials }) =>
    metrics.getPoints(query, { credentials }),
  );
  router.mount(endpoints.rootCauses, ({ query, credentials }) =>
    metrics.getRootCauses(query, { credentials }),
  );
}
