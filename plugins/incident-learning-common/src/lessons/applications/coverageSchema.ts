import { z } from 'zod';
import { scopeSchema, manyOf } from '../../http/query';
import { lessonSchema } from '../schema';
import { LESSON_STANDINGS, lessonApplicationSchema } from './schema';

const counts = {
  /** The entities that the lesson is said to apply to, or was marked for. */
  entities: z.number().int(),
  applied: z.number().int(),
  notApplicable: z.number().int(),
  planned: z.number().int(),
  open: z.number().int(),
  /** Of how many `coverage` is the share: `entities` without those to which it was found not to apply. */
  n: z.number().int(),
  /** The share of `n` that has applied it, 0 to 1; absent where `n` is 0. */
  coverage: z.number().min(0).max(1).optional(),
};

/** How a lesson stands at one entity. @public */
export const lessonStandingAtSchema = z.object({
  entityRef: z.string(),
  standing: z.enum(LESSON_STANDINGS),
  application: lessonApplicationSchema.optional(),
});

/** How far a lesson has travelled. @public */
export const lessonCoverageSchema = z
  .object({
    lessonId: z.string(),
    ...counts,
    /** The open ones first; at most 500. */
    items: z.array(lessonStandingAtSchema),
  })
  .meta({ id: 'LessonCoverage' });

/** @public */
export const lessonCoverageQuerySchema = z.object({
  /** Counts only what belongs to a team, system or domain. */
  scope: scopeSchema.default('org'),
  /** Only these lessons. */
  lesson: manyOf(z.string()),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

/** One lesson of the overview. @public */
export const lessonCoverageRowSchema = z
  .object({
    lesson: lessonSchema,
    ...counts,
    /** Where it is open; at most 50, `open` tells how many there are. */
    openRefs: z.array(z.string()),
  })
  .meta({ id: 'LessonCoverageRow' });

/** Lessons with entities to apply them to, the least covered first. @public */
export const lessonCoveragePageSchema = z
  .object({
    items: z.array(lessonCoverageRowSchema),
    nextCursor: z.string().optional(),
    totalItems: z.number().int(),
    /** All lessons of the overview together. */
    total: z.object(counts),
    /** Lessons that name no entity and were marked for none, so that nothing can be said of them. */
    withoutEntities: z.number().int(),
    /** Whether there are more lessons than are looked at: only the latest 20,000 are. */
    truncated: z.boolean(),
  })
  .meta({ id: 'LessonCoveragePage' });

const countsSchema = z.object(counts);

/** @public */
export type LessonCounts = z.output<typeof countsSchema>;
/** @public */
export type LessonStandingAt = z.output<typeof lessonStandingAtSchema>;
/** @public */
export type LessonCoverage = z.output<typeof lessonCoverageSchema>;
/** @public */
export type LessonCoverageQuery = z.output<typeof lessonCoverageQuerySchema>;
/** @public */
export type LessonCoverageRow = z.output<typeof lessonCoverageRowSchema>;
/** @public */
export type LessonCoveragePage = z.output<typeof lessonCoveragePageSchema>;
