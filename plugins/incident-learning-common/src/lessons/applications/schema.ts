import { z } from 'zod';
import { ACTION_STATUSES, dueDateSchema } from '../../actions/schema';
import {
  entityRefSchema,
  lineSchema,
  textSchema,
  timeSchema,
} from '../../incidents/fields';

/** What a team says of a lesson and one of its entities. @public */
export const LESSON_MARKS = ['applied', 'not-applicable', 'planned'] as const;
/** @public */
export type LessonMark = (typeof LESSON_MARKS)[number];

/**
 * How a lesson stands at an entity: as it is marked, `open` where nobody has said anything or took it back. What was
 * planned is `applied` once its action is verified, and `open` again when that is cancelled or deleted.
 *
 * @public
 */
export const LESSON_STANDINGS = [...LESSON_MARKS, 'open'] as const;
/** @public */
export type LessonStanding = (typeof LESSON_STANDINGS)[number];

/** What becomes the action of a plan: a commitment with all three of owner, due date and success criteria, else an idea. */
const planSchema = z.strictObject({
  /** `Apply: ` and the lesson's statement unless said. */
  title: lineSchema(300).optional(),
  owner: entityRefSchema.optional(),
  dueDate: dueDateSchema.optional(),
  successCriteria: textSchema.optional(),
});

const content = {
  /** What was done, or is to be done; needed to say why it does not apply. */
  note: lineSchema(2000).optional(),
  /** Of `planned` alone. */
  plan: planSchema.optional(),
};

/** A mark of a lesson for an entity that has none yet. @public */
export const lessonApplicationInputSchema = z
  .strictObject({
    /** An entity of the catalog, such as a component; not a team, system or domain, which stand for their parts. */
    entityRef: entityRefSchema,
    mark: z
      .enum(LESSON_MARKS, {
        message: `is none of ${LESSON_MARKS.join(', ')}`,
      })
      .default('applied'),
    ...content,
  })
  .superRefine(requireReason)
  .meta({ id: 'LessonApplicationInput' });

/** What a mark becomes; `open` takes it back. @public */
export const lessonApplicationChangeSchema = z
  .strictObject({
    mark: z.enum(LESSON_STANDINGS, {
      message: `is none of ${LESSON_STANDINGS.join(', ')}`,
    }),
    ...content,
  })
  .superRefine(requireReason)
  .meta({ id: 'LessonApplicationChange' });

function requireReason(
  { mark, note, plan }: { mark: string; note?: string; plan?: object },
  context: z.RefinementCtx,
): void {
  if (mark === 'not-applicable' && !note) {
    context.addIssue({
      code: 'custom',
      path: ['note'],
      message: 'is missing: say why the lesson does not apply there',
    });
  }
  if (mark !== 'planned' && plan) {
    context.addIssue({
      code: 'custom',
      path: ['plan'],
      message: `belongs to the mark planned, not to ${mark}: leave it out`,
    });
  }
}

/** The action that a plan became. @public */
export const plannedActionSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(ACTION_STATUSES),
  owner: z.string().optional(),
  dueDate: z.string().optional(),
});

/** What a team says of a lesson and an entity: one mark each, changeable. @public */
export const lessonApplicationSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    createdAt: timeSchema,
    updatedAt: timeSchema,
    createdBy: z.string(),
    lessonId: z.string(),
    entityRef: z.string(),
    mark: z.enum(LESSON_STANDINGS),
    note: z.string().optional(),
    /** Who made the mark that stands, and when. */
    by: z.string(),
    at: timeSchema,
    /** How the lesson stands there, the action of a plan considered. */
    standing: z.enum(LESSON_STANDINGS),
    actionId: z.string().optional(),
    /** The action of a plan, where the caller may know of it. */
    action: plannedActionSchema.optional(),
  })
  .meta({ id: 'LessonApplication' });

/** One mark of the past or the one that stands. @public */
export const lessonApplicationEntrySchema = z
  .object({
    revision: z.number().int(),
    at: timeSchema,
    by: z.string(),
    mark: z.enum(LESSON_STANDINGS),
    note: z.string().optional(),
    actionId: z.string().optional(),
  })
  .meta({ id: 'LessonApplicationEntry' });

/** @public */
export type LessonApplicationInput = z.input<
  typeof lessonApplicationInputSchema
>;
/** @public */
export type LessonApplicationChange = z.input<
  typeof lessonApplicationChangeSchema
>;
/** @public */
export type PlannedAction = z.output<typeof plannedActionSchema>;
/** @public */
export type LessonApplication = z.output<typeof lessonApplicationSchema>;
/** @public */
export type LessonApplicationEntry = z.output<
  typeof lessonApplicationEntrySchema
>;
