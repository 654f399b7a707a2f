import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  KpiId,
  Metrics,
  metricPointsSchema,
  metricsSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import express from 'express';
import Router from 'express-promise-router';
import type { Knex } from 'knex';
import request from 'supertest';
import { IncidentAccess } from '../access';
import { CatalogScopeResolver } from '../catalog';
import { EndpointRouter } from '../http';
import { DatabaseIncidentStore } from '../incidents';
import { createDatabase, databases } from '../__testUtils__/databases';
import { storedIncident } from '../__testUtils__/incidents';
import { DatabaseMetricsStore } from './DatabaseMetricsStore';
import { MetricsService } from './MetricsService';
import { RollupService } from './rollups';
import { createCompany } from './rollups/__testUtils__/company';
import { mountMetrics } from './routes';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const YEAR_2024 = { from: '2024-01-01', to: '2025-01-01' };

function owned(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

function appOf(
  knex: Knex,
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  const access = IncidentAccess.create({
    identityOf: async () => ({ refs: [] }),
    ownership: { ownedBy: async () => [] },
    restrictedReaders: [],
    permissions: mockServices.permissions({ result }),
  });
  const metrics = MetricsService.create({
    store: DatabaseMetricsStore.create({ knex, pageSize: 3 }),
    access,
    scopes: CatalogScopeResolver.create({
      catalog: catalogServiceMock({
        entities: [owned('checkout'), owned('refunds')],
      }),
    }),
    now: () => Date.parse('2025-01-01T00:00:00Z'),
  });
  const rollups = RollupService.create({
    rollups: createCompany(knex).rollups,
    access,
    scheduler: mockServices.scheduler.mock(),
  });
  const router = Router();
  mountMetrics(
    new EndpointRouter(
      router,
      mockServices.httpAuth(),
      mockServices.logger.mock(),
    ),
    {
      metrics,
      rollups,
    },
  );
  return express().use(router).use(mockErrorHandler());
}

async function insertIncidents(knex: Knex) {
  const alike = {
    category: 'config',
    attackVector: 'deploy',
    entityRefs: ['component:default/checkout', 'component:default/refunds'],
  };
  const incidents = [
    // The period before.
    {
      ...alike,
      occurredAt: '2023-06-01T00:00:00Z',
      detectedAt: '2023-06-01T06:00:00Z',
    },
    {
      ...alike,
      id: 'february',
      severity: 'high' as const,
      occurredAt: '2024-02-10T08:00:00Z',
      detectedAt: '2024-02-10T10:00:00Z',
      containedAt: '2024-02-10T13:00:00Z',
      resolvedAt: '2024-02-10T14:00:00Z',
    },
    {
      ...alike,
      id: 'march',
      severity: 'low' as const,
      entityRefs: ['component:default/checkout'],
      occurredAt: '2024-03-04T20:00:00Z',
      detectedAt: '2024-03-05T00:00:00Z',
    },
    {
      id: 'twelve-hours',
      category: 'capacity',
      entityRefs: ['component:default/checkout'],
      occurredAt: '2024-03-20T00:00:00Z',
      detectedAt: '2024-03-20T12:00:00Z',
    },
    {
      ...alike,
      drill: true,
      occurredAt: '2024-03-06T00:00:00Z',
      detectedAt: '2024-03-06T01:00:00Z',
    },
    // Unassigned, and known to the year only.
    {
      occurredAt: '2024-01-01T00:00:00Z',
      precision: { occurredAt: 'year' as const },
    },
    {
      entityRefs: ['component:default/shipping'],
      occurredAt: '2024-05-02T00:00:00Z',
      detectedAt: '2024-05-01T00:00:00Z',
    },
    { detectedAt: '2025-01-01T00:00:00Z' },
  ];
  const store = DatabaseIncidentStore.create({
    knex,
    lookBackMs: 90 * 24 * HOUR,
  });
  await store.transaction(tx =>
    tx.insert(incidents.map(one => ({ incident: storedIncident(one) }))),
  );
}

describe.each(databases.eachSupportedId())('/metrics on %s', id => {
  let app: express.Express;
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase(id);
    await insertIncidents(knex);
    app = appOf(knex, AuthorizeResult.ALLOW);
  });

  async function metricsOf(query: object): Promise<Metrics> {
    const { body, status } = await request(app).get('/metrics').query(query);
    expect({ status, body }).toMatchObject({ status: 200 });
    return metricsSchema.parse(body);
  }

  function kpi(metrics: Metrics, kpiId: KpiId) {
    return metrics.kpis.find(one => one.id === kpiId);
  }

  it('answers the figures of the organisation, as worked by hand', async () => {
    const metrics = await metricsOf(YEAR_2024);
    expect(metrics).toMatchObject({
      scope: 'org',
      from: '2024-01-01T00:00:00.000Z',
      to: '2025-01-01T00:00:00.000Z',
      interval: 'month',
      incidents: 5,
    });
    // 2, 4 and 12 hours; the 90th percentile is 4 + 0.8 × 8.
    expect(kpi(metrics, 'mttd')).toMatchObject({
      n: 3,
      missing: 1,
      invalid: 1,
      undated: 0,
      value: 4 * HOUR,
      stats: {
        mean: 6 * HOUR,
        median: 4 * HOUR,
        p90: expect.closeTo(10.4 * HOUR, 3),
      },
      previous: { n: 1, value: 6 * HOUR },
      series: [
        { start: '2024-02-01T00:00:00.000Z', n: 1, value: 2 * HOUR },
        { start: '2024-03-01T00:00:00.000Z', n: 2, value: 8 * HOUR },
      ],
    });
    expect(kpi(metrics, 'mttc')).toMatchObject({ n: 1, value: 3 * HOUR });
    expect(kpi(metrics, 'mttr')).toMatchObject({ n: 1, value: 4 * HOUR });
    expect(kpi(metrics, 'repeat-incident-rate')).toMatchObject({
      n: 5,
      undated: 1,
      value: 0.2,
      share: { numerator: 1, denominator: 5 },
      attained: false,
    });
    expect(kpi(metrics, 'severity-distribution')).toMatchObject({
      n: 5,
      missing: 3,
      value: 0.5,
      distribution: { critical: 0, high: 1, medium: 0, low: 1, unknown: 3 },
    });
  });

  it('narrows the figures to a scope, where an incident counts once', async () => {
    const group = await metricsOf({
      ...YEAR_2024,
      scope: 'Group:default/Payments',
      interval: 'day',
    });
    expect(group).toMatchObject({
      scope: 'group:default/payments',
      incidents: 3,
    });
    expect(kpi(group, 'mttd')?.series.map(({ start }) => start)).toEqual([
      '2024-02-10T00:00:00.000Z',
      '2024-03-05T00:00:00.000Z',
      '2024-03-20T00:00:00.000Z',
    ]);
    const incidentsOf = async (scope: string) =>
      (await metricsOf({ ...YEAR_2024, scope })).incidents;
    expect(await incidentsOf('component:default/refunds')).toBe(1);
    expect(await incidentsOf('component:default/shipping')).toBe(1);
    expect(await incidentsOf('component:default/retired')).toBe(0);
  });

  it('answers the dots of the chart', async () => {
    const response = await request(app).get('/metrics/points').query(YEAR_2024);
    const points = metricPointsSchema.parse(response.body);
    expect(points.totalItems).toBe(3);
    expect(points.items.map(item => item.id)).toEqual([
      'february',
      'march',
      'twelve-hours',
    ]);
    expect(points.items[0]).toEqual({
      id: 'february',
      title: 'Something',
      at: '2024-02-10T10:00:00.000Z',
      precision: 'exact',
      severity: 'high',
      timeToDetectMs: 2 * HOUR,
      timeToContainMs: 3 * HOUR,
      timeToResolveMs: 4 * HOUR,
    });
  });

  it('takes the 365 days until now where no period is given', async () => {
    expect(await metricsOf({})).toMatchObject({
      from: '2024-01-02T00:00:00.000Z',
      to: '2025-01-01T00:00:00.000Z',
      incidents: 4,
    });
    expect(await metricsOf({ to: '2024-01-01' })).toMatchObject({
      from: '2023-01-01T00:00:00.000Z',
      incidents: 1,
    });
  });

  it.each([
    [
      { from: '2024-02-01', to: '2024-02-01' },
      'from (2024-02-01T00:00:00.000Z) is not before to (2024-02-01T00:00:00.000Z): choose an earlier from or a later to',
    ],
    [
      { from: '2026-01-01' },
      'is not before to (now, 2025-01-01T00:00:00.000Z)',
    ],
    [{ from: '2023-02-29' }, 'from is no date that exists'],
    [{ scope: 'payments' }, 'scope is neither org nor an entity ref'],
    [{ interval: 'decade' }, 'interval is none of day, week, month'],
  ])('refuses %j', async (query, message) => {
    for (const path of ['/metrics', '/metrics/points']) {
      const { status, body } = await request(app).get(path).query(query);
      expect(status).toBe(400);
      expect(body.error.message).toContain(message);
    }
  });

  it('shows nothing to those who may not read incidents, or who are nobody', async () => {
    const closed = appOf(knex, AuthorizeResult.DENY);
    for (const path of ['/metrics', '/metrics/points']) {
      expect((await request(closed).get(path)).status).toBe(403);
      const anonymous = await request(app)
        .get(path)
        .set('authorization', mockCredentials.none.header());
      expect(anonymous.status).toBe(401);
    }
  });
});
