import {
  Metrics,
  metricsSchema,
  rollupStatusSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../../__testUtils__/databases';
import { startReviewBackend } from '../../__testUtils__/reviewBackend';
import { ROLLUP_TASKS } from './scheduleRollups';

jest.setTimeout(120_000);

const COUNT = 2_400;
const DAY_MS = 86_400_000;
const START = Date.parse('2023-01-01');
const YEAR = 'from=2024-01-01&to=2025-01-01';

/** Over two years, detected later and later; of the last of them one is nobody else's business. */
function lines(): string {
  return Array.from({ length: COUNT }, (_, index) => {
    const occurred = START + (index / COUNT) * 730 * DAY_MS;
    return JSON.stringify({
      title: `Incident ${index}`,
      entityRefs: index % 3 ? ['component:default/checkout'] : [],
      occurredAt: new Date(occurred).toISOString(),
      detectedAt: new Date(occurred + (index + 1) * 1_000).toISOString(),
      visibility: index === COUNT - 1 ? 'restricted' : 'internal',
      source: { system: 'test', id: String(index) },
    });
  }).join('\n');
}

describe.each(databases.eachSupportedId())('figures of many on %s', id => {
  it('are read from rollups that writes keep in step, and say that they are approximate', async () => {
    const { as, scheduler } = await startReviewBackend({
      knex: await createDatabase(id),
    });
    const [ada, zoe] = [as('ada'), as('zoe')];
    const figures = async (api: typeof ada, query = YEAR) => {
      const { body } = await api.get(`/metrics?${query}`);
      const metrics: Metrics = metricsSchema.parse(body);
      const kpi = metrics.kpis.find(one => one.id === 'mttd');
      return { incidents: metrics.incidents, kpi };
    };
    const status = async () => {
      const { body } = await ada.get('/metrics/rollups');
      return rollupStatusSchema.parse(body);
    };

    await scheduler.triggerTask(ROLLUP_TASKS.maintain);
    expect(await status()).toMatchObject({ state: 'ready', differences: [] });
    const imported = await ada
      .post('/incidents/import?format=incident', lines())
      .set('content-type', 'application/x-ndjson');
    expect(imported.body).toMatchObject({ created: COUNT });

    const org = await figures(ada);
    // Of each year half of them, the restricted one among those that its owner knows.
    const [first, last] = [COUNT / 2 + 1, COUNT];
    expect(org.incidents).toBe(last - first + 1);
    expect(org.kpi).toMatchObject({ approximate: true, n: org.incidents });
    const median = ((first + last) / 2) * 1_000;
    expect(Math.abs((org.kpi?.value ?? 0) / median - 1)).toBeLessThan(0.01);
    expect(org.kpi?.stats?.mean).toBeCloseTo(median, 6);
    expect(org.kpi?.series).toHaveLength(12);
    expect((await figures(zoe)).incidents).toBe(org.incidents - 1);

    const scope = `${YEAR}&scope=component:default/checkout`;
    const few = await figures(ada, scope);
    expect(few.kpi?.approximate).toBe(false);

    const [{ id: newest, revision }] = (await zoe.get('/incidents?limit=1'))
      .body.items;
    await zoe.patch(`/incidents/${newest}`, revision, { drill: true });
    expect((await figures(ada)).incidents).toBe(org.incidents - 1);

    expect((await ada.post('/metrics/rollups/check', {})).status).toBe(204);
    expect((await ada.post('/metrics/rollups/rebuild', {})).status).toBe(204);
    expect(await status()).toMatchObject({ state: 'ready', differences: [] });
    expect((await figures(ada)).incidents).toBe(org.incidents - 1);
  });
});
