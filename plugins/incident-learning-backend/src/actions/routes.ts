import {
  ActionReport,
  actionEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Response } from 'express';
import type { EndpointRouter } from '../http';
import type { Actions } from './createActions';
import { reportCsv } from './reportCsv';

/** Mounts `/actions`. */
export function mountActions(
  router: EndpointRouter,
  { actions, work, bulk }: Actions,
): void {
  router.mount(endpoints.list, ({ query, credentials }) =>
    actions.list(query, { credentials }),
  );
  router.mount(endpoints.create, ({ body, credentials }) =>
    actions.create(body, { credentials }),
  );
  // Before `/actions/:id`, which would take its name for an id.
  router.mount(endpoints.report, async ({ query, credentials, res }) => {
    const { format, ...filter } = query;
    const report = await actions.report(filter, { credentials });
    return format === 'csv' ? sendCsv(res, report) : report;
  });
  router.mount(endpoints.bulk, ({ body, credentials }) =>
    bulk.change(body, { credentials }),
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
  router.mount(endpoints.history, async ({ params, credentials }) => ({
    items: await actions.history(params.id, { credentials }),
  }));
  router.mount(
    endpoints.transition,
    ({ params, revision, body, credentials }) =>
      work.move(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.progress, ({ params, revision, body, credentials }) =>
    work.progress(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.ratings, async ({ params, credentials }) => ({
    items: await work.ratings(params.id, { credentials }),
  }));
  router.mount(endpoints.effect, ({ params, credentials }) =>
    work.effect(params.id, { credentials }),
  );
  router.mount(endpoints.rate, ({ params, body, credentials }) =>
    work.rate(params.id, body, { credentials }),
  );
}

function sendCsv(res: Response, report: ActionReport): void {
  res
    .type('text/csv')
    .attachment(`actions-${report.date}.csv`)
    .send(reportCsv(report));
}
