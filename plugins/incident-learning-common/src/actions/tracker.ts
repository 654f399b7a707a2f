import { z } from 'zod';
import { lineSchema, timeSchema, urlSchema } from '../incidents/fields';

/**
 * Where an issue stands: `completed` and `not-planned` are closed, and so is `closed`, of which the tracker does not say
 * why.
 *
 * @public
 */
export const ISSUE_STATES = [
  'open',
  'completed',
  'not-planned',
  'closed',
] as const;
/** @public */
export type IssueState = (typeof ISSUE_STATES)[number];

/** What a tracker knows of the issue that tracks an action. @public */
export const trackedIssueSchema = z
  .object({
    /** What the tracker knows it by, whatever it is renamed to. */
    id: z.string().min(1).max(500),
    url: urlSchema,
    /** What people call it, such as `acme/shop#12`. */
    label: z.string().min(1).max(500),
    title: z.string().max(2000),
    state: z.enum(ISSUE_STATES),
    /** Since when, where the tracker says. */
    stateSince: timeSchema.optional(),
    /** When anything of it last changed; what is older is not taken over. */
    updatedAt: timeSchema,
    /** By what the tracker calls them. */
    assignees: z.array(z.string()).default([]),
  })
  .meta({ id: 'TrackedIssue' });

/** An action's issue: to be created, or followed. @public */
export const actionLinkSchema = z
  .object({
    /** The id of its tracker. */
    tracker: z.string(),
    /** Where it is created; absent of one that was linked. */
    target: z.string().optional(),
    /** Absent as long as it is to be created. */
    issue: trackedIssueSchema.optional(),
    linkedAt: timeSchema,
    linkedBy: z.string(),
    /** When the tracker last told how it stands. */
    readAt: timeSchema.optional(),
    /** Why the last attempt to create or read it failed. */
    problem: z.object({ at: timeSchema, message: z.string() }).optional(),
    /** When it is created or read next. */
    nextTryAt: timeSchema,
  })
  .meta({ id: 'ActionLink' });

/** Where issues can be created. @public */
export const trackerTargetSchema = z.object({
  /** By what the tracker knows it, such as `acme/shop`. */
  id: z.string(),
  title: z.string(),
});

/** Where an action is tracked, or could be. @public */
export const actionTrackingSchema = z
  .object({
    link: actionLinkSchema.optional(),
    /** All that are installed. */
    trackers: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        /** Where it would create an issue for this action, the best place first; empty once there is one. */
        targets: z.array(trackerTargetSchema),
        /** Why no targets are known. */
        problem: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ActionTracking' });

/** @public */
export const actionIssueInputSchema = z
  .strictObject({
    tracker: lineSchema(100),
    target: lineSchema(300),
  })
  .meta({ id: 'ActionIssueInput' });

/** @public */
export const actionLinkInputSchema = z
  .strictObject({ url: urlSchema })
  .meta({ id: 'ActionLinkInput' });

/** @public */
export type TrackedIssue = z.output<typeof trackedIssueSchema>;
/** @public */
export type ActionLink = z.output<typeof actionLinkSchema>;
/** @public */
export type ActionTrackerTarget = z.output<typeof trackerTargetSchema>;
/** @public */
export type ActionTracking = z.output<typeof actionTrackingSchema>;
/** @public */
export type ActionIssueInput = z.input<typeof actionIssueInputSchema>;
/** @public */
export type ActionLinkInput = z.input<typeof actionLinkInputSchema>;
