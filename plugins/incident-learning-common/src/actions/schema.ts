import { z } from 'zod';
import {
  entityRefSchema,
  lineSchema,
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

const dueDateSchema = z.iso.date({
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
    status: z.enum(ACTION_STATUSES).optional(),
  })
  .meta({ id: 'ActionPatch' });

/** @public */
export const actionSchema = z
  .object({
    ...content,
    status: z.enum(ACTION_STATUSES),
    id: z.string(),
    revision: z.number().int(),
    createdAt: timeSchema,
    updatedAt: timeSchema,
    createdBy: z.string(),
    /** When somebody committed to it. */
    committedAt: timeSchema.optional(),
    completedAt: timeSchema.optional(),
  })
  .meta({ id: 'Action' });

/** @public */
export type ActionInput = z.input<typeof actionInputSchema>;
/** @public */
export type ActionPatch = z.input<typeof actionPatchSchema>;
/** @public */
export type Action = z.output<typeof actionSchema>;
