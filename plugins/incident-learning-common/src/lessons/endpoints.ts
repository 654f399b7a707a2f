import { defineEndpoint } from '../http/endpoint';
import { pageSchema } from '../http/query';
import { lessonChangeSchema } from './history';
import { lessonFacetsSchema, lessonQuerySchema } from './query';
import { lessonInputSchema, lessonPatchSchema, lessonSchema } from './schema';

const tag = 'lessons';

/** @public */
export const lessonEndpoints = {
  list: defineEndpoint({
    id: 'listLessons',
    method: 'get',
    path: '/lessons',
    summary: 'Lessons by words and filters, sorted, page by page',
    tag,
    query: lessonQuerySchema,
    response: pageSchema(lessonSchema),
  }),
  create: defineEndpoint({
    id: 'createLesson',
    method: 'post',
    path: '/lessons',
    summary: 'Write a lesson down',
    tag,
    body: lessonInputSchema,
    response: lessonSchema,
    status: 201,
  }),
  facets: defineEndpoint({
    id: 'getLessonFacets',
    method: 'get',
    path: '/lessons/facets',
    summary: 'Which categories and tags lessons have',
    tag,
    response: lessonFacetsSchema,
  }),
  get: defineEndpoint({
    id: 'getLesson',
    method: 'get',
    path: '/lessons/:id',
    summary: 'One lesson',
    tag,
    response: lessonSchema,
  }),
  update: defineEndpoint({
    id: 'updateLesson',
    method: 'patch',
    path: '/lessons/:id',
    summary: 'Change a lesson',
    tag,
    body: lessonPatchSchema,
    response: lessonSchema,
    conditional: true,
  }),
  delete: defineEndpoint({
    id: 'deleteLesson',
    method: 'delete',
    path: '/lessons/:id',
    summary: 'Delete a lesson that was not published yet',
    tag,
    status: 204,
    conditional: true,
  }),
  publish: defineEndpoint({
    id: 'publishLesson',
    method: 'post',
    path: '/lessons/:id/publish',
    summary:
      'Publish a lesson of no review; those of a review are published with its report',
    tag,
    response: lessonSchema,
    conditional: true,
  }),
  history: defineEndpoint({
    id: 'getLessonHistory',
    method: 'get',
    path: '/lessons/:id/history',
    summary: 'Who changed what of a lesson when, the latest first',
    tag,
    response: pageSchema(lessonChangeSchema),
  }),
};
