import { lessonEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { LessonService } from './LessonService';

/** Mounts `/lessons`. */
export function mountLessons(
  router: EndpointRouter,
  { lessons }: { lessons: LessonService },
): void {
  router.mount(endpoints.list, ({ query, credentials }) =>
    lessons.list(query, { credentials }),
  );
  router.mount(endpoints.create, ({ body, credentials }) =>
    lessons.create(body, { credentials }),
  );
  // Before `/lessons/:id`, which would take its name for an id.
  router.mount(endpoints.facets, ({ credentials }) =>
    lessons.facets({ credentials }),
  );
  router.mount(endpoints.get, ({ params, credentials }) =>
    lessons.get(params.id, { credentials }),
  );
  router.mount(endpoints.update, ({ params, revision, body, credentials }) =>
    lessons.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.delete, ({ params, revision, credentials }) =>
    lessons.delete(params.id, revision, { credentials }),
  );
  router.mount(endpoints.publish, ({ params, revision, credentials }) =>
    lessons.publish(params.id, revision, { credentials }),
  );
  router.mount(endpoints.history, async ({ params, credentials }) => ({
    items: await lessons.history(params.id, { credentials }),
  }));
}
