import {
  Report,
  reviewEndpoints as endpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { ReviewParts } from './ReviewParts';
import type { ReviewReports } from './ReviewReports';
import type { ReviewService } from './ReviewService';
import type { ReviewTransitions } from './ReviewTransitions';
import type { FeedbackService } from './feedback';
import { writeReport } from './writeReport';

export interface ReviewRoutes {
  reviews: ReviewService;
  parts: ReviewParts;
  transitions: ReviewTransitions;
  feedback: FeedbackService;
  reports: ReviewReports;
}

/** Mounts `/reviews`. */
export function mountReviews(
  router: EndpointRouter,
  services: ReviewRoutes,
): void {
  const { reviews, feedback, reports } = services;
  router.mount(endpoints.list, ({ query, credentials }) =>
    reviews.list(query, { credentials }),
  );
  router.mount(endpoints.create, ({ body, credentials }) =>
    reviews.create(body, { credentials }),
  );
  router.mount(endpoints.templates, async () => ({
    items: reviews.templates,
  }));
  router.mount(endpoints.marks, async ({ query, credentials }) => ({
    items: await reviews.marks(query.incident ?? [], { credentials }),
  }));
  router.mount(endpoints.get, ({ params, credentials }) =>
    reviews.get(params.id, { credentials }),
  );
  router.mount(endpoints.update, ({ params, revision, body, credentials }) =>
    reviews.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.history, async ({ params, credentials }) => ({
    items: await reviews.history(params.id, { credentials }),
  }));
  router.mount(endpoints.feedback, ({ params, credentials }) =>
    feedback.summary(params.id, { credentials }),
  );
  router.mount(endpoints.giveFeedback, ({ params, body, credentials }) =>
    feedback.give(params.id, body, { credentials }),
  );
  router.mount(
    endpoints.report,
    async ({ params, query, credentials, res }): Promise<Report | void> => {
      const { format, version } = query;
      const report = await reports.get(params.id, version, { credentials });
      return format === 'json' ? report : writeReport(res, report, format);
    },
  );
  mountWriting(router, services);
}

function mountWriting(
  router: EndpointRouter,
  { reviews, parts, transitions }: ReviewRoutes,
): void {
  router.mount(
    endpoints.saveSection,
    async ({ params, revision, body, credentials }) => {
      const { id, section } = params;
      const { text } = body;
      await parts.saveSection(id, section, { revision, text }, { credentials });
      return reviews.get(id, { credentials });
    },
  );
  router.mount(
    endpoints.saveRootCauses,
    async ({ params: { id }, revision, body, credentials }) => {
      const { items } = body;
      await parts.saveRootCauses(id, { revision, items }, { credentials });
      return reviews.get(id, { credentials });
    },
  );
  router.mount(endpoints.missing, async ({ params, query, credentials }) => ({
    items: await transitions.missing(params.id, query.to, { credentials }),
  }));
  router.mount(endpoints.transition, async ({ params, body, credentials }) => {
    await transitions.move(params.id, body, { credentials });
    return reviews.get(params.id, { credentials });
  });
}
