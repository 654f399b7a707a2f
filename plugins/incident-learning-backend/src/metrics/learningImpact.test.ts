import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AnyMetricKpi,
  Metrics,
  metricsSchema,
  shareAccumulator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import request from 'supertest';
import plugin from '../index';
import { databases } from '../__testUtils__/databases';
import { moduleAdding } from './__testUtils__/addingKpis';

jest.setTimeout(120_000);

const BASE = '/api/incident-learning';
const HOUR = 3_600_000;
const AREAS = Array.from({ length: 10 }, (_, index) => `area-${index}`);

/** Of the incidents of an area, how many were contained within an hour. */
function kpiOf(area: string): AnyMetricKpi {
  return {
    definition: {
      id: `contained-${area}`,
      name: `Contained in ${area}`,
      definition: `Share of the incidents of ${area} contained within an hour.`,
      unit: 'share',
      direction: 'higher',
      target: 0.9,
    },
    facts: 'incident',
    accumulator: shareAccumulator(({ category, timeToContainMs = 0 }) =>
      category === area ? timeToContainMs <= HOUR : undefined,
    ),
  };
}

/** In each area four incidents a month, of which so many are contained within an hour. */
function incidentsOf(month: string, contained: number): string[] {
  return AREAS.flatMap(area =>
    [0, 1, 2, 3].map(nth =>
      JSON.stringify({
        title: 'Something',
        category: area,
        // None repeats another.
        attackVector: `${month}-${nth}`,
        detectedAt: `${month}-1${nth}T00:00:00Z`,
        reportedTimeToContainMs:
          (nth < contained ? 0.5 : 2) * HOUR + (nth % 2) * 60_000,
        source: { system: 'test', id: `${area}-${month}-${nth}` },
      }),
    ),
  );
}

async function start(databaseId: Parameters<typeof databases.init>[0]) {
  const { server } = await startTestBackend({
    features: [
      plugin,
      moduleAdding(AREAS.map(kpiOf)),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.database.factory({
        knex: await databases.init(databaseId),
      }),
      mockServices.rootConfig.factory({
        data: {
          incidentLearning: {
            metrics: {
              weights: Object.fromEntries(
                AREAS.map(area => [`contained-${area}`, 1]),
              ),
            },
          },
        },
      }),
    ],
  });
  await request(server)
    .post(`${BASE}/incidents/import?format=incident`)
    .set('content-type', 'application/x-ndjson')
    .send(
      [
        ...incidentsOf('2024-01', 2),
        ...incidentsOf('2024-02', 2),
        ...incidentsOf('2024-03', 4),
      ].join('\n'),
    )
    .expect(200);
  return async (from: string, to: string) => {
    const { body } = await request(server)
      .get(`${BASE}/metrics`)
      .query({ from, to })
      .expect(200);
    const { kpis }: Metrics = metricsSchema.parse(body);
    return kpis[kpis.length - 1];
  };
}

describe.each(databases.eachSupportedId())(
  'the learning impact score on %s',
  databaseId => {
    it('is compared with that of the period before, which rests on the one before that', async () => {
      const scoreOf = await start(databaseId);
      // Three periods of 29 days, each with the incidents of one month.
      const now = await scoreOf('2024-03-02', '2024-03-31');
      // Ten shares, containment, repeats, and two that want reviews: (10 + 1 + 1 + 0 + 0) ÷ 14.
      expect(now).toMatchObject({
        id: 'learning-impact-score',
        n: 14,
        verdict: 'improved',
        attained: true,
        // Eleven rise: of the 2¹¹ ways to give them signs, two are as far.
        pValue: 2 / 2 ** 11,
        previous: { n: 14 },
      });
      expect(now.value).toBeCloseTo((100 * 12) / 14, 9);
      // (10 × 0.5 ÷ 0.9 + 0.5 + 1 + 0 + 0) ÷ 14: containment changed from January to February no more than by chance.
      const before = (10 * 0.5) / 0.9 + 1.5;
      expect(now.previous.value).toBeCloseTo((100 * before) / 14, 9);
      const part = (id: string) =>
        now.breakdown?.find(one => one.id === id) ?? {};
      expect(part('mttc')).toMatchObject({
        attainment: 1,
        previousAttainment: 0.5,
      });
      expect(part('contained-area-3')).toMatchObject({
        attainment: 1,
        previousAttainment: 0.5 / 0.9,
      });

      const february = await scoreOf('2024-02-02', '2024-03-02');
      expect(now.previous).toEqual({ value: february.value, n: february.n });
      // In January nothing can be said of containment, nor of December of anything.
      expect(february).toMatchObject({
        verdict: 'no-detectable-change',
        pValue: 1,
        previous: { n: 13 },
      });
      const january = await scoreOf('2024-01-04', '2024-02-02');
      expect(january).toMatchObject({
        n: 13,
        verdict: 'not-enough-data',
        previous: { n: 0 },
      });
      expect(january.attained).toBeUndefined();
    });
  },
);
