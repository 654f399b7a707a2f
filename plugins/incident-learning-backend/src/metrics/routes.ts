import { metricsEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { MetricsService } from './MetricsService';
import type { RollupService } from './rollups';

/** Mounts `/metrics`. */
export function mountMetrics(
  router: EndpointRouter,
  { metrics, rollups }: { metrics: MetricsService; rollups: RollupService },
): void {
  router.mount(endpoints.get, ({ query, credentials }) =>
    metrics.getMetrics(query, { credentials }),
  );
  router.mount(endpoints.points, ({ query, credentials }) =>
    metrics.getPoints(query, { credentials }),
  );
  router.mount(endpoints.rollups, ({ credentials }) =>
    rollups.status({ credentials }),
  );
  router.mount(endpoints.rebuildRollups, ({ credentials }) =>
    rollups.rebuild({ credentials }),
  );
  router.mount(endpoints.checkRollups, ({ credentials }) =>
    rollups.check({ credentials }),
  );
  router.mount(endpoints.rootCauses, ({ query, credentials }) =>
    metrics.getRootCauses(query, { credentials }),
  );
}
