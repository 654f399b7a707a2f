import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import {
  analysisRecordInputSchema,
  analysisRecordPatchSchema,
  analysisRecordSchema,
} from './record';

const tag = 'analyses';

/** @public */
export const analysisEndpoints = {
  list: defineEndpoint({
    id: 'listAnalyses',
    method: 'get',
    path: '/reviews/:id/analyses',
    summary: 'The analyses of a review, the first added first',
    tag,
    response: z.object({ items: z.array(analysisRecordSchema) }),
  }),
  create: defineEndpoint({
    id: 'createAnalysis',
    method: 'post',
    path: '/reviews/:id/analyses',
    summary: 'Add an analysis to a review',
    tag,
    body: analysisRecordInputSchema,
    response: analysisRecordSchema,
    status: 201,
  }),
  update: defineEndpoint({
    id: 'updateAnalysis',
    method: 'patch',
    path: '/analyses/:id',
    summary:
      'Change an analysis; root causes taken from a node that is gone stay, without the link',
    tag,
    body: analysisRecordPatchSchema,
    response: analysisRecordSchema,
    conditional: true,
  }),
  delete: defineEndpoint({
    id: 'deleteAnalysis',
    method: 'delete',
    path: '/analyses/:id',
    summary:
      'Remove an analysis; root causes taken from it stay, without the link',
    tag,
    status: 204,
    conditional: true,
  }),
};
