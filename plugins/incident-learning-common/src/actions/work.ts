import { z } from 'zod';
import { incidentChangeSchema } from '../incidents/schema';
import { entityRefSchema, textSchema, timeSchema } from '../incidents/fields';
import {
  ACTION_STATUSES,
  actionSchema,
  dueDateSchema,
  verificationInputSchema,
} from './schema';

/** The most actions that one bulk change takes. @public */
export const MAX_BULK_ACTIONS = 500;

/** @public */
export const actionTransitionInputSchema = z
  .strictObject({
    to: z.enum(ACTION_STATUSES),
    /** Why; needed to cancel and to reopen. */
    reason: textSchema.optional(),
    /** Needed to verify. */
    verification: verificationInputSchema.optional(),
  })
  .meta({ id: 'ActionTransition' });

/** @public */
export const actionProgressInputSchema = z
  .strictObject({
    /** 100 completes the action. */
    progress: z
      .number({ message: 'is no number: give percent from 0 to 100' })
      .int('is no whole number: give percent from 0 to 100')
      .min(0, 'is below 0: give percent from 0 to 100')
      .max(100, 'is above 100: give percent from 0 to 100'),
    note: textSchema.optional(),
  })
  .meta({ id: 'ActionProgress' });

/** @public */
export const actionRatingInputSchema = z
  .strictObject({
    score: z
      .number({ message: 'is no number: rate from 1 to 10' })
      .int('is no whole number: rate from 1 to 10')
      .min(1, 'is below 1: rate from 1, without effect, to 10')
      .max(10, 'is above 10: rate up to 10, which is as good as can be'),
    /** Why. */
    comment: textSchema.optional(),
  })
  .meta({ id: 'ActionRatingInput' });

/** What one stakeholder thinks of a completed action. @public */
export const actionRatingSchema = actionRatingInputSchema
  .extend({ by: z.string(), at: timeSchema })
  .meta({ id: 'ActionRating' });

/** One change of an action, with what was said about it. @public */
export const actionChangeSchema = incidentChangeSchema
  .omit({ incidentId: true, operation: true })
  .extend({
    actionId: z.string(),
    operation: z.enum([
      'created',
      'updated',
      'moved',
      'progress',
      'reopened',
      'unowned',
    ]),
    note: z.string().optional(),
  })
  .meta({ id: 'ActionChange' });

/** @public */
export const actionBulkInputSchema = z
  .strictObject({
    ids: z
      .array(z.string().min(1))
      .min(1, 'is empty: select at least one action')
      .max(
        MAX_BULK_ACTIONS,
        `names more than ${MAX_BULK_ACTIONS} actions: narrow the filter, or change them in several steps`,
      ),
    dueDate: dueDateSchema.optional(),
    owner: entityRefSchema.optional(),
    /** Whether only to tell what would change. */
    dryRun: z.boolean().default(false),
  })
  .refine(
    ({ dueDate, owner }) => dueDate !== undefined || owner !== undefined,
    {
      message: 'is missing, and so is owner: say what to change',
      path: ['dueDate'],
    },
  )
  .meta({ id: 'ActionBulkChange' });

/** What a bulk change did to each action, in the order asked for. @public */
export const actionBulkResultSchema = z.object({
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  items: z.array(
    z.object({
      id: z.string(),
      /** Absent for one that the caller may not know of. */
      action: actionSchema.optional(),
      outcome: z.enum(['changed', 'unchanged', 'refused']),
      changes: actionChangeSchema.shape.changes,
      message: z.string().optional(),
    }),
  ),
});

/** @public */
export type ActionTransitionInput = z.input<typeof actionTransitionInputSchema>;
/** @public */
export type ActionProgressInput = z.input<typeof actionProgressInputSchema>;
/** @public */
export type ActionRatingInput = z.input<typeof actionRatingInputSchema>;
/** @public */
export type ActionRating = z.output<typeof actionRatingSchema>;
/** @public */
export type ActionChange = z.output<typeof actionChangeSchema>;
/** @public */
export type ActionBulkInput = z.input<typeof actionBulkInputSchema>;
/** @public */
export type ActionBulkResult = z.output<typeof actionBulkResultSchema>;
