import { z } from 'zod';
import { flagSchema, manyOf } from '../../http/query';
import { SEVERITIES } from '../../incidents/vocabulary';
import { entityRefSchema } from '../../incidents/fields';
import { lessonApplicationSchema } from '../applications/schema';
import { lessonSchema } from '../schema';
import { lessonReasonSchema } from './reasons';

/** A lesson that concerns an entity or incidents, and why. @public */
export const travellingLessonSchema = z
  .object({
    lesson: lessonSchema,
    /** How much speaks for it, 0 to 1. */
    score: z.number(),
    /** One of each kind, the weightiest first. */
    reasons: z.array(lessonReasonSchema),
    /** Its mark at the entity. */
    application: lessonApplicationSchema.optional(),
  })
  .meta({ id: 'TravellingLesson' });

/** @public */
export const lessonTravelQuerySchema = z
  .object({
    /** The entity that lessons are wanted for. */
    entityRef: entityRefSchema.optional(),
    /** Incidents that lessons are wanted for, at most 20: those of similar ones, and of what the first touched. */
    incident: manyOf(z.string()).refine(
      ids => ids === undefined || ids.length <= 20,
      'names more than 20 incidents: name those that matter most',
    ),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .refine(
    ({ entityRef, incident }) =>
      (entityRef === undefined) !== (incident === undefined),
    {
      path: ['entityRef'],
      message:
        'or incident says what the lessons are for: give one of the two, not both',
    },
  );

/** @public */
export const lessonTravelSchema = z
  .object({
    /** The entity they are for; of incidents the first one's primary entity, if there is one. */
    entityRef: z.string().optional(),
    /** Unmarked ones first, then the most fitting. */
    items: z.array(travellingLessonSchema),
    /** How many there are in all. */
    totalItems: z.number().int(),
  })
  .meta({ id: 'LessonTravel' });

/** @public */
export const lessonAnniversaryQuerySchema = z.object({
  /** Only those that concern the caller. */
  mine: flagSchema,
});

/** A lesson of a grave incident, some years after. @public */
export const lessonAnniversarySchema = z
  .object({
    lesson: lessonSchema,
    years: z.number().int(),
    incident: z.object({
      id: z.string(),
      title: z.string(),
      severity: z.enum(SEVERITIES),
      /** When it was detected, as far as that is known. */
      at: z.string(),
      entityRefs: z.array(z.string()),
    }),
    /** Whether the caller owns the lesson, or something that it applies to or came from. */
    mine: z.boolean(),
  })
  .meta({ id: 'LessonAnniversary' });

/** @public */
export type TravellingLesson = z.output<typeof travellingLessonSchema>;
/** @public */
export type LessonTravelQuery = z.output<typeof lessonTravelQuerySchema>;
/** @public */
export type LessonTravel = z.output<typeof lessonTravelSchema>;
/** @public */
export type LessonAnniversaryQuery = z.output<
  typeof lessonAnniversaryQuerySchema
>;
/** @public */
export type LessonAnniversary = z.output<typeof lessonAnniversarySchema>;
