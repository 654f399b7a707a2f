import { z } from 'zod';
import { boundarySchema, flagSchema, manyOf, scopeSchema } from '../http/query';
import { entityRefSchema } from '../incidents/fields';
import { PRIORITIES } from '../lessons/schema';
import { ACTION_KINDS, ACTION_STATUSES, dueDateSchema } from './schema';

/** By what a list of actions can be sorted. @public */
export const ACTION_SORTS = [
  '-createdAt',
  'createdAt',
  'dueDate',
  '-dueDate',
  '-priority',
  '-updatedAt',
] as const;
/** @public */
export type ActionSort = (typeof ACTION_SORTS)[number];

/** Which actions are meant; values of one filter are alternatives, filters add up. @public */
export const actionFilterSchema = z.object({
  /** Those of the scope's incidents, and those that a group of the scope owns. */
  scope: scopeSchema.optional(),
  status: manyOf(z.enum(ACTION_STATUSES)),
  priority: manyOf(z.enum(PRIORITIES)),
  kind: manyOf(z.enum(ACTION_KINDS)),
  category: manyOf(z.string().max(200)),
  owner: manyOf(entityRefSchema),
  /** Owned by the caller, or by a group of theirs; `false` excludes them. */
  mine: flagSchema,
  /** Committed to, not done, and the due date has passed. */
  overdue: flagSchema,
  /** Committed to by nobody who is in the catalog any more. */
  unowned: flagSchema,
  /** Due on or after, and before: dates. */
  dueFrom: dueDateSchema.optional(),
  dueTo: dueDateSchema.optional(),
  /** Committed in a period. */
  committedFrom: boundarySchema,
  committedTo: boundarySchema,
  review: z.string().optional(),
  incident: z.string().optional(),
  lesson: z.string().optional(),
  text: z.string().trim().max(300).optional(),
});

/** @public */
export const actionQuerySchema = actionFilterSchema.extend({
  sort: z.enum(ACTION_SORTS).default('-createdAt'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  total: flagSchema,
});

/** @public */
export type ActionFilter = z.output<typeof actionFilterSchema>;
/** @public */
export type ActionQuery = z.output<typeof actionQuerySchema>;
