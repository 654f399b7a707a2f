import { analysisEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { AnalysisService } from './AnalysisService';

/** Mounts `/reviews/:id/analyses` and `/analyses`. */
export function mountAnalyses(
  router: EndpointRouter,
  { analyses }: { analyses: AnalysisService },
): void {
  router.mount(endpoints.list, async ({ params, credentials }) => ({
    items: await analyses.list(params.id, { credentials }),
  }));
  router.mount(endpoints.create, ({ params, body, credentials }) =>
    analyses.create(params.id, body, { credentials }),
  );
  router.mount(endpoints.update, ({ params, revision, body, credentials }) =>
    analyses.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.delete, ({ params, revision, credentials }) =>
    analyses.delete(params.id, revision, { credentials }),
  );
}
