import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { pageSchema } from '../http/query';
import { actionInputSchema, actionPatchSchema, actionSchema } from './schema';

const tag = 'actions';

/** @public */
export const actionQuerySchema = z.object({
  /** The actions of one review. */
  review: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

/** @public */
export type ActionQuery = z.output<typeof actionQuerySchema>;

/** @public */
export const actionEndpoints = {
  list: defineEndpoint({
    id: 'listActions',
    method: 'get',
    path: '/actions',
    summary: 'Actions, the latest first',
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
};
