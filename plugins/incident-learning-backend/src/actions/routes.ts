import { actionEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { ActionService } from './ActionService';

/** Mounts `/actions`. */
export function mountActions(
  router: EndpointRouter,
  { actions }: { actions: ActionService },
): void {
  router.mount(endpoints.list, ({ query, credentials }) =>
    actions.list(query, { credentials }),
  );
  router.mount(endpoints.create, ({ body, credentials }) =>
    actions.create(body, { credentials }),
  );
  router.mount(endpoints.get, ({ params, credentials }) =>
    actions.get(params.id, { credentials }),
  );
  router.mount(endpoints.update, ({ params, revision, body, credentials }) =>
    actions.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.delete, ({ params, revision, credentials }) =>
    actions.delete(params.id, revision, { credentials }),
  );
}
