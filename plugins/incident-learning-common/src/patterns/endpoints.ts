import { defineEndpoint } from '../http/endpoint';
import { patternsQuerySchema, patternsSchema } from './schema';

/** @public */
export const patternEndpoints = {
  get: defineEndpoint({
    id: 'getPatterns',
    method: 'get',
    path: '/patterns',
    summary: 'Incidents of a period that are alike, within and across services',
    tag: 'patterns',
    query: patternsQuerySchema,
    response: patternsSchema,
  }),
};
