import { z } from 'zod';
import {
  entityRefSchema,
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
} from '../incidents/fields';

/** What a lesson or a root cause is about. @public */
export const CAUSE_TYPES = [
  'technical',
  'process',
  'human',
  'organizational',
] as const;
/** @public */
export type CauseType = (typeof CAUSE_TYPES)[number];

/** @public */
export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
/** @public */
export type Priority = (typeof PRIORITIES)[number];

/** What was learned, as a person writes it. @public */
export const lessonInputSchema = z
  .strictObject({
    statement: lineSchema(1000),
    detail: textSchema.optional(),
    category: lineSchema(200).optional(),
    type: z.enum(CAUSE_TYPES).default('technical'),
    priority: z.enum(PRIORITIES).default('medium'),
    owner: entityRefSchema.optional(),
    tags: z.array(lineSchema(60)).max(50).default([]),
    /** The review that it came out of. */
    reviewId: z.string().min(1).optional(),
    appliesTo: z.array(entityRefSchema).max(200).default([]),
  })
  .meta({ id: 'LessonInput' });

/** A change of a lesson: what is left out stays, `null` clears. @public */
export const lessonPatchSchema = z
  .strictObject({
    statement: lineSchema(1000).optional(),
    detail: textSchema.nullish(),
    category: lineSchema(200).nullish(),
    type: z.enum(CAUSE_TYPES).optional(),
    priority: z.enum(PRIORITIES).optional(),
    owner: entityRefSchema.nullish(),
    tags: z.array(lineSchema(60)).max(50).optional(),
    appliesTo: z.array(entityRefSchema).max(200).optional(),
  })
  .meta({ id: 'LessonPatch' });

/** @public */
export const lessonSchema = z
  .object({
    ...lessonInputSchema.shape,
    ...recordShape,
    /** When the report that carries it was published; a lesson counts from then. */
    publishedAt: timeSchema.optional(),
  })
  .meta({ id: 'Lesson' });

/** @public */
export type LessonInput = z.input<typeof lessonInputSchema>;
/** @public */
export type LessonPatch = z.input<typeof lessonPatchSchema>;
/** @public */
export type Lesson = z.output<typeof lessonSchema>;
