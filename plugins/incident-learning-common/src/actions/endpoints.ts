import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { pageSchema } from '../http/query';
import { actionEffectSchema } from './effect';
import { overdueQuerySchema, overdueReportSchema } from './overdue';
import { actionFilterSchema, actionQuerySchema } from './query';
import { actionReportSchema } from './report';
import { actionInputSchema, actionPatchSchema, actionSchema } from './schema';
import {
  actionIssueInputSchema,
  actionLinkInputSchema,
  actionTrackingSchema,
} from './tracker';
import {
  actionBulkInputSchema,
  actionBulkResultSchema,
  actionChangeSchema,
  actionProgressInputSchema,
  actionRatingInputSchema,
  actionRatingSchema,
  actionTransitionInputSchema,
} from './work';

const tag = 'actions';

/** @public */
export const actionEndpoints = {
  list: defineEndpoint({
    id: 'listActions',
    method: 'get',
    path: '/actions',
    summary: 'Actions by filter, sorted, page by page',
    tag,
    query: actionQuerySchema,
    response: pageSchema(actionSchema),
  }),
  create: defineEndpoint({
    id: 'createAction',
    method: 'post',
    path: '/actions',
    summary: 'Write an action down, as an idea or with a commitment',
    tag,
    body: actionInputSchema,
    response: actionSchema,
    status: 201,
  }),
  get: defineEndpoint({
    id: 'getAction',
    method: 'get',
    path: '/actions/:id',
    summary: 'One action',
    tag,
    response: actionSchema,
  }),
  update: defineEndpoint({
    id: 'updateAction',
    method: 'patch',
    path: '/actions/:id',
    summary: 'Change an action',
    tag,
    body: actionPatchSchema,
    response: actionSchema,
    conditional: true,
  }),
  delete: defineEndpoint({
    id: 'deleteAction',
    method: 'delete',
    path: '/actions/:id',
    summary: 'Delete an action that is still an idea',
    tag,
    status: 204,
    conditional: true,
  }),
  transition: defineEndpoint({
    id: 'moveAction',
    method: 'post',
    path: '/actions/:id/transitions',
    summary:
      'Commit to an action, start, complete, verify, cancel or reopen it',
    tag,
    body: actionTransitionInputSchema,
    response: actionSchema,
    conditional: true,
  }),
  progress: defineEndpoint({
    id: 'noteActionProgress',
    method: 'post',
    path: '/actions/:id/progress',
    summary: 'Say how far an action is; 100 completes it',
    tag,
    body: actionProgressInputSchema,
    response: actionSchema,
    conditional: true,
  }),
  history: defineEndpoint({
    id: 'getActionHistory',
    method: 'get',
    path: '/actions/:id/history',
    summary: 'Who changed what of an action when, the latest first',
    tag,
    response: pageSchema(actionChangeSchema),
  }),
  ratings: defineEndpoint({
    id: 'listActionRatings',
    method: 'get',
    path: '/actions/:id/ratings',
    summary: 'What stakeholders think of a completed action',
    tag,
    response: pageSchema(actionRatingSchema),
  }),
  rate: defineEndpoint({
    id: 'rateAction',
    method: 'post',
    path: '/actions/:id/ratings',
    summary:
      'Rate how effective a completed action was; a second word replaces the first',
    tag,
    body: actionRatingInputSchema,
    response: actionSchema,
  }),
  effect: defineEndpoint({
    id: 'getActionEffect',
    method: 'get',
    path: '/actions/:id/effect',
    summary:
      'How often what an action was to prevent happened before it was done, and since',
    tag,
    response: actionEffectSchema,
  }),
  bulk: defineEndpoint({
    id: 'changeActions',
    method: 'post',
    path: '/actions/bulk',
    summary:
      'Change due date or owner of several actions, or tell what would change',
    tag,
    body: actionBulkInputSchema,
    response: actionBulkResultSchema,
  }),
  report: defineEndpoint({
    id: 'getActionReport',
    method: 'get',
    path: '/actions/report',
    summary:
      'How the actions of a filter stand, in total, by category and by priority',
    tag,
    query: actionFilterSchema.extend({
      format: z.enum(['json', 'csv']).default('json'),
    }),
    response: actionReportSchema,
    responseTypes: ['text/csv'],
  }),
  overdue: defineEndpoint({
    id: 'getOverdueActions',
    method: 'get',
    path: '/actions/report/overdue',
    summary:
      'How many commitments were overdue at the end of each week or month, by the group that owned them',
    tag,
    query: overdueQuerySchema,
    response: overdueReportSchema,
    responseTypes: ['text/csv'],
  }),
  tracking: defineEndpoint({
    id: 'getActionTracking',
    method: 'get',
    path: '/actions/:id/tracker',
    summary: 'The issue that tracks an action, or where one could be created',
    tag,
    response: actionTrackingSchema,
  }),
  createIssue: defineEndpoint({
    id: 'createActionIssue',
    method: 'post',
    path: '/actions/:id/tracker',
    summary:
      'Create an issue for an action; one that the tracker does not take now is created as soon as it does',
    tag,
    body: actionIssueInputSchema,
    response: actionTrackingSchema,
    status: 201,
  }),
  linkIssue: defineEndpoint({
    id: 'linkActionIssue',
    method: 'put',
    path: '/actions/:id/tracker',
    summary: 'Let an existing issue track an action',
    tag,
    body: actionLinkInputSchema,
    response: actionTrackingSchema,
  }),
  unlinkIssue: defineEndpoint({
    id: 'unlinkActionIssue',
    method: 'delete',
    path: '/actions/:id/tracker',
    summary: 'Follow the issue of an action no more; the issue itself stays',
    tag,
    status: 204,
  }),
  readIssue: defineEndpoint({
    id: 'readActionIssue',
    method: 'post',
    path: '/actions/:id/tracker/refresh',
    summary: 'Ask the tracker now: create the issue, or read how it stands',
    tag,
    response: actionTrackingSchema,
  }),
  trackerWebhook: defineEndpoint({
    id: 'receiveTrackerWebhook',
    method: 'post',
    path: '/actions/trackers/:tracker/webhook',
    summary: 'Deliveries of a tracker, which it signs',
    tag,
    bodyTypes: ['application/json'],
    status: 204,
    signed: true,
  }),
};
