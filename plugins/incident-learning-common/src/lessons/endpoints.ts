import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { pageSchema } from '../http/query';
import { lessonInputSchema, lessonPatchSchema, lessonSchema } from './schema';

const tag = 'lessons';

/** @public */
export const lessonQuerySchema = z.object({
  /** The lessons of one review. */
  review: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

/** @public */
export type LessonQuery = z.output<typeof lessonQuerySchema>;

/** @public */
export const lessonEndpoints = {
  list: defineEndpoint({
    id: 'listLessons',
    method: 'get',
    path: '/lessons',
    summary: 'Lessons, the latest first',
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
};
