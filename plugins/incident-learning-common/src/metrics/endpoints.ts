import { defineEndpoint } from '../http/endpoint';
import {
  metricPointsSchema,
  metricsQuerySchema,
  metricsSchema,
} from './schema';

/** @public */
export const metricsEndpoints = {
  get: defineEndpoint({
    id: 'getMetrics',
    method: 'get',
    path: '/metrics',
    summary: 'The KPIs of a scope and period, with the period before',
    tag: 'metrics',
    query: metricsQuerySchema,
    response: metricsSchema,
  }),
  points: defineEndpoint({
    id: 'getMetricPoints',
    method: 'get',
    path: '/metrics/points',
    summary: 'The incidents behind the durations, one dot each',
    tag: 'metrics',
    query: metricsQuerySchema,
    response: metricPointsSchema,
  }),
};
