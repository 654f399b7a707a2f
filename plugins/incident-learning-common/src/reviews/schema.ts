import { z } from 'zod';
import { evidenceSchema } from '../analyses/fields';
import { analysisNodeRefSchema } from '../analyses/schema';
import {
  entityRefSchema,
  lineSchema,
  recordShape,
  textSchema,
  timeSchema,
} from '../incidents/fields';
import { participantSchema } from '../incidents/schema';
import { CAUSE_TYPES } from '../lessons/schema';
import {
  CAUSE_ROLES,
  REVIEW_DUTIES,
  REVIEW_MARKS,
  REVIEW_STATES,
} from './vocabulary';

/** One cause that a review found. @public */
export const rootCauseSchema = z
  .object({
    id: z.string().min(1).max(100),
    statement: lineSchema(1000),
    type: z.enum(CAUSE_TYPES),
    role: z.enum(CAUSE_ROLES),
    factors: z.array(lineSchema(300)).max(50).default([]),
    evidence: z.array(evidenceSchema).max(50).default([]),
    /** The place in an analysis that it was taken from. */
    from: analysisNodeRefSchema.optional(),
  })
  .meta({ id: 'RootCause' });

/** A part of a review that is written as Markdown; each is saved by itself. @public */
export const reviewSectionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    help: z.string().optional(),
    required: z.boolean(),
    text: z.string(),
    /** 0 as long as nobody has written. */
    revision: z.number().int(),
    updatedAt: timeSchema.optional(),
    updatedBy: z.string().optional(),
  })
  .meta({ id: 'ReviewSection' });

const optional = {
  facilitator: entityRefSchema,
  scheduledFor: timeSchema,
  feedbackDueAt: timeSchema,
};

/** A review of one or several incidents. Only the incidents are required. @public */
export const reviewInputSchema = z
  .strictObject({
    incidentIds: z
      .array(z.string().min(1))
      .min(1, 'is empty: name at least one incident')
      .max(50),
    /** The first incident's title unless said. */
    title: lineSchema(300).optional(),
    /** By severity and kind of the incidents unless said. */
    templateId: z.string().min(1).optional(),
    /** The incidents' own and the owners of their entities unless said. */
    participants: z.array(participantSchema).max(100).optional(),
    ...z.object(optional).partial().shape,
  })
  .meta({ id: 'ReviewInput' });

/** @public */
export const reviewPatchSchema = z
  .strictObject({
    title: lineSchema(300).optional(),
    incidentIds: reviewInputSchema.shape.incidentIds.optional(),
    participants: z.array(participantSchema).max(100).optional(),
    facilitator: optional.facilitator.nullish(),
    scheduledFor: optional.scheduledFor.nullish(),
    feedbackDueAt: optional.feedbackDueAt.nullish(),
  })
  .meta({ id: 'ReviewPatch' });

/** @public */
export const reviewSchema = z
  .object({
    ...recordShape,
    title: z.string(),
    /** Those that the caller may read. */
    incidentIds: z.array(z.string()),
    /** Incidents of the review that somebody has deleted since. */
    deletedIncidentIds: z.array(z.string()),
    state: z.enum(REVIEW_STATES),
    templateId: z.string(),
    participants: z.array(participantSchema),
    ...z.object(optional).partial().shape,
    cancelReason: z.string().optional(),
    /** Why the report that stands is being amended; absent otherwise. */
    amendReason: z.string().optional(),
    /** What the caller is waited for: to lead it, or to answer what participants are asked. */
    waitsForMe: z.array(z.enum(REVIEW_DUTIES)),
    /** Of the report that stands; absent until the first publication. */
    publishedAt: timeSchema.optional(),
    publishedVersion: z.number().int().optional(),
    /** The highest risk score of those of its incidents that the caller may read, and whether one has priority. */
    risk: z
      .object({ score: z.number().optional(), priority: z.boolean() })
      .optional(),
    sections: z.array(reviewSectionSchema),
    rootCauses: z.object({
      revision: z.number().int(),
      items: z.array(rootCauseSchema),
    }),
  })
  .meta({ id: 'Review' });

/** A review as lists show it. @public */
export const reviewSummarySchema = reviewSchema
  .omit({ sections: true, rootCauses: true })
  .meta({ id: 'ReviewSummary' });

/** @public */
export const sectionInputSchema = z.strictObject({ text: textSchema });

/** @public */
export const rootCausesInputSchema = z.strictObject({
  items: z.array(rootCauseSchema).max(100),
});

/** @public */
export const transitionInputSchema = z.strictObject({
  to: z.enum(REVIEW_STATES),
  /** Wanted to cancel and to amend. */
  reason: lineSchema(2000).optional(),
});

/** Something that a transition still wants, and where to fill it in. @public */
export const missingSchema = z.object({
  /** The field of the form, such as `sections.summary` or `actions.<id>`. */
  path: z.string(),
  message: z.string(),
});

/** Where an incident stands with its review. @public */
export const reviewMarkSchema = z.object({
  incidentId: z.string(),
  mark: z.enum(REVIEW_MARKS),
  reviewId: z.string().optional(),
});

/** @public */
export type RootCause = z.output<typeof rootCauseSchema>;
/** @public */
export type ReviewSection = z.output<typeof reviewSectionSchema>;
/** @public */
export type ReviewInput = z.input<typeof reviewInputSchema>;
/** @public */
export type ReviewPatch = z.input<typeof reviewPatchSchema>;
/** @public */
export type Review = z.output<typeof reviewSchema>;
/** @public */
export type ReviewSummary = z.output<typeof reviewSummarySchema>;
/** @public */
export type RootCauses = Review['rootCauses'];
/** @public */
export type TransitionInput = z.output<typeof transitionInputSchema>;
/** @public */
export type Missing = z.output<typeof missingSchema>;
/** @public */
export type ReviewMarkOfIncident = z.output<typeof reviewMarkSchema>;
