import { z } from 'zod';
import { defineEndpoint } from '../../http/endpoint';
import {
  lessonCoveragePageSchema,
  lessonCoverageQuerySchema,
  lessonCoverageSchema,
} from './coverageSchema';
import {
  lessonApplicationEntrySchema,
  lessonApplicationChangeSchema,
  lessonApplicationInputSchema,
  lessonApplicationSchema,
} from './schema';

const tag = 'lessons';

/** @public */
export const lessonApplicationEndpoints = {
  overview: defineEndpoint({
    id: 'getLessonCoverages',
    method: 'get',
    path: '/lessons/coverage',
    summary: 'How far lessons have travelled, the least covered first',
    tag,
    query: lessonCoverageQuerySchema,
    response: lessonCoveragePageSchema,
  }),
  coverage: defineEndpoint({
    id: 'getLessonCoverage',
    method: 'get',
    path: '/lessons/:id/coverage',
    summary: 'At which entities a lesson is applied, planned or open',
    tag,
    response: lessonCoverageSchema,
  }),
  list: defineEndpoint({
    id: 'listLessonApplications',
    method: 'get',
    path: '/lessons/:id/applications',
    summary: 'The marks of a lesson, the latest first',
    tag,
    response: z.object({ items: z.array(lessonApplicationSchema) }),
  }),
  create: defineEndpoint({
    id: 'applyLesson',
    method: 'post',
    path: '/lessons/:id/applications',
    summary: 'Mark a lesson as applied, planned or not applicable at an entity',
    tag,
    body: lessonApplicationInputSchema,
    response: lessonApplicationSchema,
    status: 201,
  }),
  update: defineEndpoint({
    id: 'changeLessonApplication',
    method: 'put',
    path: '/lessons/:id/applications/:application',
    summary: 'Change a mark, or take it back',
    tag,
    body: lessonApplicationChangeSchema,
    response: lessonApplicationSchema,
    conditional: true,
  }),
  history: defineEndpoint({
    id: 'getLessonApplicationHistory',
    method: 'get',
    path: '/lessons/:id/applications/:application/history',
    summary: 'All marks that a lesson had at an entity, the latest first',
    tag,
    response: z.object({ items: z.array(lessonApplicationEntrySchema) }),
  }),
};
