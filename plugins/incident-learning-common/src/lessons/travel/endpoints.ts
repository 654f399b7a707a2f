import { z } from 'zod';
import { defineEndpoint } from '../../http/endpoint';
import {
  lessonAnniversaryQuerySchema,
  lessonAnniversarySchema,
  lessonTravelQuerySchema,
  lessonTravelSchema,
} from './schema';

const tag = 'lessons';

/** @public */
export const lessonTravelEndpoints = {
  find: defineEndpoint({
    id: 'findLessonsFor',
    method: 'get',
    path: '/lessons/for',
    summary: 'Lessons that concern an entity or incidents, each with why',
    tag,
    query: lessonTravelQuerySchema,
    response: lessonTravelSchema,
  }),
  anniversaries: defineEndpoint({
    id: 'listLessonAnniversaries',
    method: 'get',
    path: '/lessons/anniversaries',
    summary: 'Lessons of grave incidents of these days some years ago',
    tag,
    query: lessonAnniversaryQuerySchema,
    response: z.object({ items: z.array(lessonAnniversarySchema) }),
  }),
};
