import { actionEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../../http';
import { ActionTrackingService } from './ActionTrackingService';
import { MountWebhooksOptions, mountWebhooks } from './webhooks';

export interface MountTrackersOptions extends MountWebhooksOptions {
  tracking: ActionTrackingService;
}

/** Mounts `/actions/:id/tracker` and the trackers' webhooks. */
export function mountTrackers(
  router: EndpointRouter,
  options: MountTrackersOptions,
): void {
  const { tracking } = options;
  router.mount(endpoints.tracking, ({ params, credentials }) =>
    tracking.get(params.id, { credentials }),
  );
  router.mount(endpoints.createIssue, ({ params, body, credentials }) =>
    tracking.create(params.id, body, { credentials }),
  );
  router.mount(endpoints.linkIssue, ({ params, body, credentials }) =>
    tracking.link(params.id, body, { credentials }),
  );
  router.mount(endpoints.unlinkIssue, ({ params, credentials }) =>
    tracking.unlink(params.id, { credentials }),
  );
  router.mount(endpoints.readIssue, ({ params, credentials }) =>
    tracking.refresh(params.id, { credentials }),
  );
  mountWebhooks(router.router, options);
}
