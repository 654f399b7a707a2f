import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { flagSchema, manyOf, pageSchema, scopeSchema } from '../http/query';
import { entityRefSchema } from '../incidents/fields';
import { incidentChangeSchema } from '../incidents/schema';
import { feedbackInputSchema, feedbackSummarySchema } from './feedback';
import { reportSchema } from './report';
import {
  missingSchema,
  reviewInputSchema,
  reviewMarkSchema,
  reviewPatchSchema,
  reviewSchema,
  reviewSummarySchema,
  rootCausesInputSchema,
  sectionInputSchema,
  transitionInputSchema,
} from './schema';
import { reviewTemplateSchema } from './templates';
import { REVIEW_STATES } from './vocabulary';

const tag = 'reviews';

/** By what a list of reviews can be sorted: the latest first, or the one whose incidents have the highest risk score. @public */
export const REVIEW_SORTS = ['-createdAt', '-riskScore'] as const;
/** @public */
export type ReviewSort = (typeof REVIEW_SORTS)[number];

/** The filters of a list of reviews; values of one filter are alternatives, filters add up. @public */
export const reviewQuerySchema = z.object({
  scope: scopeSchema.optional(),
  state: manyOf(z.enum(REVIEW_STATES)),
  facilitator: manyOf(entityRefSchema),
  /** Users or groups that take part, or whose entities the incidents happened to. */
  owner: manyOf(entityRefSchema),
  incident: manyOf(z.string().min(1)),
  /** Open reviews that the caller leads, or has not answered. */
  waitsForMe: flagSchema,
  /** Open for at least so many days. */
  minAgeDays: z.coerce.number().min(0).max(36_500).optional(),
  text: z.string().trim().max(300).optional(),
  /** Whether one of its incidents has priority by the active risk profile. */
  priority: flagSchema,
  sort: z.enum(REVIEW_SORTS).default('-createdAt'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  total: flagSchema,
});

/** @public */
export type ReviewQuery = z.output<typeof reviewQuerySchema>;

/** One change of a review. @public */
export const reviewChangeSchema = incidentChangeSchema
  .omit({ incidentId: true, operation: true })
  .extend({
    reviewId: z.string(),
    operation: z.enum(['created', 'updated', 'moved', 'published']),
  })
  .meta({ id: 'ReviewChange' });

/** @public */
export type ReviewChange = z.output<typeof reviewChangeSchema>;

/** @public */
export const reviewEndpoints = {
  list: defineEndpoint({
    id: 'listReviews',
    method: 'get',
    path: '/reviews',
    summary: 'Reviews by filter, sorted, page by page',
    tag,
    query: reviewQuerySchema,
    response: pageSchema(reviewSummarySchema),
  }),
  create: defineEndpoint({
    id: 'createReview',
    method: 'post',
    path: '/reviews',
    summary: 'Start a review of one or several incidents',
    tag,
    body: reviewInputSchema,
    response: reviewSchema,
    status: 201,
  }),
  templates: defineEndpoint({
    id: 'listReviewTemplates',
    method: 'get',
    path: '/reviews/templates',
    summary: 'The templates that a review can be written in',
    tag,
    response: z.object({ items: z.array(reviewTemplateSchema) }),
  }),
  marks: defineEndpoint({
    id: 'getReviewMarks',
    method: 'get',
    path: '/reviews/marks',
    summary: 'Where incidents stand with their reviews',
    tag,
    query: z.object({ incident: manyOf(z.string().min(1)) }),
    response: z.object({ items: z.array(reviewMarkSchema) }),
  }),
  get: defineEndpoint({
    id: 'getReview',
    method: 'get',
    path: '/reviews/:id',
    summary: 'One review with all its parts',
    tag,
    response: reviewSchema,
  }),
  update: defineEndpoint({
    id: 'updateReview',
    method: 'patch',
    path: '/reviews/:id',
    summary: 'Change who takes part, when, and what it is about',
    tag,
    body: reviewPatchSchema,
    response: reviewSchema,
    conditional: true,
  }),
  saveSection: defineEndpoint({
    id: 'saveReviewSection',
    method: 'put',
    path: '/reviews/:id/sections/:section',
    summary:
      'Save one part; If-Match carries that part’s revision, so that other parts can be written at the same time',
    tag,
    body: sectionInputSchema,
    response: reviewSchema,
    conditional: true,
  }),
  saveRootCauses: defineEndpoint({
    id: 'saveRootCauses',
    method: 'put',
    path: '/reviews/:id/root-causes',
    summary: 'Save the root causes; If-Match carries their revision',
    tag,
    body: rootCausesInputSchema,
    response: reviewSchema,
    conditional: true,
  }),
  missing: defineEndpoint({
    id: 'getMissing',
    method: 'get',
    path: '/reviews/:id/missing',
    summary: 'All that a transition still wants',
    tag,
    query: z.object({ to: z.enum(REVIEW_STATES) }),
    response: z.object({ items: z.array(missingSchema) }),
  }),
  transition: defineEndpoint({
    id: 'moveReview',
    method: 'post',
    path: '/reviews/:id/transitions',
    summary:
      'Move a review on; 422 names all that is missing. Publishing freezes a report.',
    tag,
    body: transitionInputSchema,
    response: reviewSchema,
  }),
  giveFeedback: defineEndpoint({
    id: 'giveFeedback',
    method: 'post',
    path: '/reviews/:id/feedback',
    summary: 'Answer what participants are asked, by name or anonymously',
    tag,
    body: feedbackInputSchema,
    response: feedbackSummarySchema,
  }),
  feedback: defineEndpoint({
    id: 'getFeedback',
    method: 'get',
    path: '/reviews/:id/feedback',
    summary: 'What participants have answered, as far as it may be shown',
    tag,
    response: feedbackSummarySchema,
  }),
  history: defineEndpoint({
    id: 'getReviewHistory',
    method: 'get',
    path: '/reviews/:id/history',
    summary: 'Who changed what when, the latest first; nothing of feedback',
    tag,
    response: z.object({ items: z.array(reviewChangeSchema) }),
  }),
  report: defineEndpoint({
    id: 'getReport',
    method: 'get',
    path: '/reviews/:id/report',
    summary: 'The published report, as JSON, Markdown or one HTML file',
    tag,
    query: z.object({
      format: z.enum(['json', 'markdown', 'html']).default('json'),
      /** The latest unless said. */
      version: z.coerce.number().int().min(1).optional(),
    }),
    response: reportSchema,
    responseTypes: ['text/markdown', 'text/html'],
  }),
};
