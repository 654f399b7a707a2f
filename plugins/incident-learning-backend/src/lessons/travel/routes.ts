import {
  lessonApplicationEndpoints as applicationEndpoints,
  lessonTravelEndpoints as travelEndpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../../http';
import type { LessonTravel } from './createLessonTravel';

/** Mounts where lessons go; before `/lessons/:id`, which would take their names for ids. */
export function mountLessonTravel(
  router: EndpointRouter,
  { applications, coverage, travel }: LessonTravel,
): void {
  router.mount(travelEndpoints.find, ({ query, credentials }) =>
    travel.find(query, { credentials }),
  );
  router.mount(
    travelEndpoints.anniversaries,
    async ({ query, credentials }) => ({
      items: await travel.anniversaries(query, { credentials }),
    }),
  );
  router.mount(applicationEndpoints.overview, ({ query, credentials }) =>
    coverage.overview(query, { credentials }),
  );
  router.mount(applicationEndpoints.coverage, ({ params, credentials }) =>
    coverage.of(params.id, { credentials }),
  );
  router.mount(applicationEndpoints.list, async ({ params, credentials }) => ({
    items: await applications.list(params.id, { credentials }),
  }));
  router.mount(applicationEndpoints.create, ({ params, body, credentials }) =>
    applications.create(params.id, body, { credentials }),
  );
  router.mount(
    applicationEndpoints.update,
    ({ params: { id, application }, revision, body, credentials }) =>
      applications.update(id, application, revision, body, { credentials }),
  );
  router.mount(
    applicationEndpoints.history,
    async ({ params: { id, application }, credentials }) => ({
      items: await applications.history(id, application, { credentials }),
    }),
  );
}
