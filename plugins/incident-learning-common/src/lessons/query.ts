import { z } from 'zod';
import { boundarySchema, flagSchema, manyOf, scopeSchema } from '../http/query';
import { entityRefSchema } from '../incidents/fields';
import { CAUSE_TYPES, PRIORITIES } from './schema';

/**
 * By what a list of lessons can be sorted: how well they meet the words of a search, or how late they were published
 * or, as long as they are not, written.
 *
 * @public
 */
export const LESSON_SORTS = ['relevance', 'recency'] as const;
/** @public */
export type LessonSort = (typeof LESSON_SORTS)[number];

/** @public */
export const LESSON_STATES = ['published', 'draft'] as const;
/** @public */
export type LessonState = (typeof LESSON_STATES)[number];

/** Which lessons are meant; values of one filter are alternatives, filters add up. @public */
export const lessonFilterSchema = z.object({
  /** Words, each of which begins a word of the lesson, and phrases in double quotes. */
  q: z.string().trim().max(300).optional(),
  /**
   * Of a component, system, domain or group and its child groups: those that apply to what is in it, that came out of
   * incidents there, and that are owned by it.
   */
  scope: scopeSchema.optional(),
  category: manyOf(z.string().max(200)),
  type: manyOf(z.enum(CAUSE_TYPES)),
  priority: manyOf(z.enum(PRIORITIES)),
  tag: manyOf(z.string().max(60)),
  owner: manyOf(entityRefSchema),
  /** The lessons of one review. */
  review: z.string().max(100).optional(),
  state: z.enum(LESSON_STATES).optional(),
  /** Published on or after, and before; those that are not: written. */
  from: boundarySchema,
  to: boundarySchema,
});

/** @public */
export const lessonQuerySchema = lessonFilterSchema.extend({
  /** By relevance where `q` is given, and by recency otherwise, unless said. */
  sort: z.enum(LESSON_SORTS).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  total: flagSchema,
});

/** What lessons there are to choose from. @public */
export const lessonFacetsSchema = z
  .object({ category: z.array(z.string()), tag: z.array(z.string()) })
  .meta({ id: 'LessonFacets' });

/** @public */
export type LessonFilter = z.output<typeof lessonFilterSchema>;
/** @public */
export type LessonQuery = z.output<typeof lessonQuerySchema>;
/** @public */
export type LessonFacets = z.output<typeof lessonFacetsSchema>;
