import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AnyMetricKpi,
  MetricKpi,
  Metrics,
  metricsSchema,
  shareAccumulator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import request from 'supertest';
import plugin from '../index';
import { moduleAdding } from './__testUtils__/addingKpis';

jest.setTimeout(60_000);

const BASE = '/api/incident-learning';
const BY_CATEGORY = `${BASE}/metrics/breakdown?from=2024-01-01&to=2025-01-01&kpi=contained-within-an-hour&by=category`;
const HOUR = 3_600_000;

const CONTAINED: MetricKpi<'incident'> = {
  definition: {
    id: 'contained-within-an-hour',
    name: 'Contained within an hour',
    definition:
      'Share of incidents contained within an hour, of those for which that is known.',
    unit: 'share',
    direction: 'higher',
    target: 0.9,
  },
  facts: 'incident',
  accumulator: shareAccumulator(({ timeToContainMs }) =>
    timeToContainMs === undefined ? undefined : timeToContainMs <= HOUR,
  ),
};

function start(kpi: AnyMetricKpi, metrics: object = {}) {
  return startTestBackend({
    features: [
      plugin,
      moduleAdding([kpi]),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { incidentLearning: { metrics } },
      }),
    ],
  });
}

describe('a module', () => {
  it('adds a KPI that is answered like any other, with what is configured for it', async () => {
    const { server } = await start(CONTAINED, {
      targets: { 'contained-within-an-hour': 0.5 },
      weights: { 'contained-within-an-hour': 2 },
      timeZone: 'Europe/Berlin',
    });
    for (const minutes of [10, 20, 90, undefined]) {
      await request(server)
        .post(`${BASE}/incidents`)
        .send({
          title: 'Something',
          detectedAt: '2024-03-31T22:30:00Z',
          reportedTimeToContainMs: minutes && minutes * 60_000,
        })
        .expect(201);
    }
    const response = await request(server).get(
      `${BASE}/metrics?from=2024-01-01&to=2025-01-01`,
    );
    const metrics: Metrics = metricsSchema.parse(response.body);
    expect(metrics).toMatchObject({ incidents: 4, timeZone: 'Europe/Berlin' });
    const [kpi] = metrics.kpis.filter(
      ({ id }) => id === 'contained-within-an-hour',
    );
    expect(kpi).toMatchObject({
      name: 'Contained within an hour',
      target: 0.5,
      attained: true,
      n: 3,
      share: {
        numerator: 2,
        denominator: 3,
        ci: [expect.any(Number), expect.any(Number)],
      },
      verdict: 'not-enough-data',
      // April in Berlin.
      series: [{ start: '2024-03-31T22:00:00.000Z', n: 3 }],
    });
    const score = metrics.kpis[metrics.kpis.length - 1];
    expect(score.breakdown).toContainEqual({
      id: 'contained-within-an-hour',
      name: 'Contained within an hour',
      weight: 2,
      attainment: 1,
    });
  });

  it.each([undefined, ['timeToContainMs' as const]])(
    'adds a KPI that is broken down like any other, whether it says what it reads or not: %s',
    async reads => {
      const { server } = await start({ ...CONTAINED, reads });
      for (const [minutes, category] of [
        [10, 'deploy'],
        [90, 'deploy'],
        [20, undefined],
        [undefined, undefined],
      ] as const) {
        await request(server)
          .post(`${BASE}/incidents`)
          .send({
            title: 'Something',
            category,
            detectedAt: '2024-03-31T22:30:00Z',
            reportedTimeToContainMs: minutes && minutes * 60_000,
          })
          .expect(201);
      }
      const { body } = await request(server).get(BY_CATEGORY).expect(200);
      expect(body).toMatchObject({
        whole: { n: 3, value: 2 / 3 },
        items: [
          { key: 'deploy', n: 2, value: 0.5 },
          { n: 1, value: 1 },
        ],
      });
    },
  );

  it('is told which fields its KPI reads without saying so', async () => {
    const { server } = await start({ ...CONTAINED, reads: ['severity'] });
    await request(server)
      .post(`${BASE}/incidents`)
      .send({ title: 'Something', detectedAt: '2024-03-31T22:30:00Z' })
      .expect(201);
    const { body } = await request(server).get(BY_CATEGORY).expect(500);
    expect(body.error.message).toBe(
      'timeToContainMs of an incident was not read: name it in what the KPI reads',
    );
  });

  it('cannot replace a KPI', async () => {
    const replacement = {
      ...CONTAINED,
      definition: { ...CONTAINED.definition, id: 'mttd' },
    };
    await expect(start(replacement)).rejects.toThrow(
      'There is a KPI mttd already: give yours another id',
    );
  });

  it('cannot be configured by halves', async () => {
    await expect(
      start(CONTAINED, { targets: { 'contained-in-an-hour': 0.5 } }),
    ).rejects.toThrow(
      'incidentLearning.metrics.targets.contained-in-an-hour is of no KPI: write one of mttd,',
    );
  });
});
