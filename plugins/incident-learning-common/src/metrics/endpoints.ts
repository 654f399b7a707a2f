import { defineEndpoint } from '../http/endpoint';
import { breakdownQuerySchema, metricBreakdownSchema } from './breakdown';
import { dataQualityQuerySchema, dataQualitySchema } from './dataQuality';
import {
  repeatLookBackQuerySchema,
  repeatLookBackSchema,
} from './repeatLookBack';
import { rollupStatusSchema } from './rollupStatus';
import { rootCauseSeriesSchema } from './rootCauses';
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
  rootCauses: defineEndpoint({
    id: 'getRootCauses',
    method: 'get',
    path: '/metrics/root-causes',
    summary: 'Root causes of published reviews by type, over time',
    tag: 'metrics',
    query: metricsQuerySchema,
    response: rootCauseSeriesSchema,
  }),
  rollups: defineEndpoint({
    id: 'getRollups',
    method: 'get',
    path: '/metrics/rollups',
    summary: 'How the rollups are, and what their last check found',
    tag: 'metrics',
    response: rollupStatusSchema,
  }),
  rebuildRollups: defineEndpoint({
    id: 'rebuildRollups',
    method: 'post',
    path: '/metrics/rollups/rebuild',
    summary: 'Build the rollups anew; figures are recounted until that is done',
    tag: 'metrics',
    status: 204,
  }),
  checkRollups: defineEndpoint({
    id: 'checkRollups',
    method: 'post',
    path: '/metrics/rollups/check',
    summary: 'Compare the rollups with a recount, and mend what differs',
    tag: 'metrics',
    status: 204,
  }),
  breakdown: defineEndpoint({
    id: 'getMetricBreakdown',
    method: 'get',
    path: '/metrics/breakdown',
    summary: 'One KPI by team, severity or category, beside the whole scope',
    tag: 'metrics',
    query: breakdownQuerySchema,
    response: metricBreakdownSchema,
  }),
  dataQuality: defineEndpoint({
    id: 'getDataQuality',
    method: 'get',
    path: '/metrics/data-quality',
    summary: 'Which times are missing or cannot be true, in total and by team',
    tag: 'metrics',
    query: dataQualityQuerySchema,
    response: dataQualitySchema,
  }),
  repeatLookBack: defineEndpoint({
    id: 'getRepeatLookBack',
    method: 'get',
    path: '/metrics/repeat-look-back',
    summary: 'The share of repeat incidents for several look-back windows',
    tag: 'metrics',
    query: repeatLookBackQuerySchema,
    response: repeatLookBackSchema,
  }),
};
