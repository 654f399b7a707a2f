import { z } from 'zod';
import {
  entityRefSchema,
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
  urlSchema,
} from '../incidents/fields';
import { PRIORITIES } from '../lessons/schema';

/** An idea becomes an action once somebody commits to it. @public */
export const ACTION_STATUSES = [
  'idea',
  'open',
  'in-progress',
  'completed',
  'verified',
  'cancelled',
] as const;
/** @public */
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** @public */
export const ACTION_KINDS = ['corrective', 'preventive'] as const;

/** A day, such as `2024-05-17`. @public */
export const dueDateSchema = z.iso.date({
  message: 'is no date that exists: write a date such as 2024-05-17',
});

const content = {
  title: lineSchema(300),
  description: textSchema.optional(),
  kind: z.enum(ACTION_KINDS),
  /** A user or group of the catalog. */
  owner: entityRefSchema.optional(),
  priority: z.enum(PRIORITIES),
  category: lineSchema(200).optional(),
  dueDate: dueDateSchema.optional(),
  successCriteria: textSchema.optional(),
  externalLink: urlSchema.optional(),
  lessonId: z.string().min(1).optional(),
  reviewId: z.string().min(1).optional(),
  incidentId: z.string().min(1).optional(),
};

/** @public */
export const actionInputSchema = z
  .strictObject({
    ...content,
    kind: content.kind.default('corrective'),
    priority: content.priority.default('medium'),
    status: z.enum(['idea', 'open']).default('idea'),
  })
  .meta({ id: 'ActionInput' });

/** How it was seen that an action did what it was to do. @public */
export const VERIFICATION_METHODS = [
  'test',
  'exercise',
  'review',
  'monitoring',
] as const;
/** @public */
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number];

/** @public */
export const verificationInputSchema = z
  .strictObject({
    how: z.enum(VERIFICATION_METHODS, {
      message: `is none of ${VERIFICATION_METHODS.join(', ')}`,
    }),
    /** What shows it: a link, a figure, what was seen. */
    evidence: textSchema,
  })
  .meta({ id: 'VerificationInput' });

/** @public */
export const verificationSchema = verificationInputSchema
  .extend({ by: z.string(), at: timeSchema })
  .meta({ id: 'Verification' });

/** A change of an action: what is left out stays, `null` clears. @public */
export const actionPatchSchema = z
  .strictObject({
    title: content.title.optional(),
    kind: content.kind.optional(),
    priority: content.priority.optional(),
    description: textSchema.nullish(),
    owner: entityRefSchema.nullish(),
    category: lineSchema(200).nullish(),
    dueDate: dueDateSchema.nullish(),
    successCriteria: textSchema.nullish(),
    externalLink: urlSchema.nullish(),
    lessonId: z.string().min(1).nullish(),
    /** To commit to an idea, or to take that back; a transition does the rest. */
    status: z.enum(['idea', 'open']).optional(),
  })
  .meta({ id: 'ActionPatch' });

/** @public */
export const actionSchema = z
  .object({
    ...content,
    status: z.enum(ACTION_STATUSES),
    ...recordShape,
    /** In percent; 100 from completion on. */
    progress: z.number().int().min(0).max(100).default(0),
    /** The owner's group, which is told when the action is late or its owner gone. */
    owningGroup: z.string().optional(),
    /** Whether its owner is in the catalog no more. */
    unowned: z.boolean().optional(),
    /** When somebody committed to it: owner, due date and success criteria were there. */
    committedAt: timeSchema.optional(),
    completedAt: timeSchema.optional(),
    verification: verificationSchema.optional(),
    cancelReason: z.string().optional(),
    /** Why it was taken up again after completion; until it is completed anew. */
    reopened: z
      .object({
        at: timeSchema,
        reason: z.string(),
        /** The repeat that it did not prevent. */
        incidentId: z.string().optional(),
      })
      .optional(),
    /** How often the due date of a commitment was moved. */
    dueDateMoves: z.number().int().default(0),
    /** What stakeholders think of it once it is completed: the mean of their 1 to 10. */
    rating: z.object({ mean: z.number(), n: z.number().int() }).optional(),
  })
  .meta({ id: 'Action' });

/** @public */
export type VerificationInput = z.input<typeof verificationInputSchema>;
/** @public */
export type Verification = z.output<typeof verificationSchema>;
/** @public */
export type ActionInput = z.input<typeof actionInputSchema>;
/** @public */
export type ActionPatch = z.input<typeof actionPatchSchema>;
/** @public */
export type Action = z.output<typeof actionSchema>;
