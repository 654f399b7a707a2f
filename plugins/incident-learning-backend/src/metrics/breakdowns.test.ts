import type { Entity } from '@backstage/catalog-model';
import {
  dataQualitySchema,
  metricBreakdownSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { DatabaseDimensionStore } from './DatabaseDimensionStore';

jest.setTimeout(120_000);

const YEAR = 'from=2024-01-01&to=2025-01-01';
const HOUR = 3_600_000;
const PAYMENTS = 'group:default/payments';
const LENDING = 'group:default/lending';

const owned = (name: string, owner?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
});

const ENTITIES = [
  owned('checkout', PAYMENTS),
  owned('refunds', PAYMENTS),
  owned('credit', LENDING),
  owned('orphan'),
];

const component = (...names: string[]) =>
  names.map(name => `component:default/${name}`);

async function record(api: Caller) {
  const declare = (incident: object) =>
    api.post('/incidents', { title: 'Something', ...incident }).expect(201);
  // Two services of one team: one incident of that team. Detected after 2 hours.
  await declare({
    severity: 'high',
    category: 'deploy',
    entityRefs: component('checkout', 'refunds'),
    occurredAt: '2024-02-01T00:00:00Z',
    detectedAt: '2024-02-01T02:00:00Z',
  });
  // Two teams: one incident of each. Detected after 4 hours.
  await declare({
    severity: 'low',
    category: 'deploy',
    entityRefs: component('refunds', 'credit'),
    occurredAt: '2024-03-01T00:00:00Z',
    detectedAt: '2024-03-01T04:00:00Z',
  });
  // When it occurred is not known.
  await declare({
    category: 'capacity',
    entityRefs: component('credit'),
    detectedAt: '2024-04-01T00:00:00Z',
  });
  // Nobody's: no entity, an entity without an owner (detected before it occurred), one that the catalog lacks.
  await declare({ detectedAt: '2024-05-01T00:00:00Z' });
  await declare({
    entityRefs: component('orphan'),
    occurredAt: '2024-06-01T01:00:00Z',
    detectedAt: '2024-06-01T00:00:00Z',
  });
  await declare({
    entityRefs: component('gone'),
    occurredAt: '2024-07-01T00:00:00Z',
    detectedAt: '2024-07-01T06:00:00Z',
    precision: { detectedAt: 'month' },
  });
  await declare({
    drill: true,
    entityRefs: component('checkout'),
    detectedAt: '2024-07-01T00:00:00Z',
  });
}

describe.each(databases.eachSupportedId())('breakdowns on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    const backend = await startReviewBackend({ knex, entities: ENTITIES });
    const api = backend.as('ada');
    await record(api);
    return { knex, backend, api };
  }

  it('reads a KPI by team, severity and category, each incident once in each', async () => {
    const { api } = await start();
    const breakdown = async (query: string) => {
      const { body } = await api
        .get(`/metrics/breakdown?${YEAR}&${query}`)
        .expect(200);
      expect(metricBreakdownSchema.parse(body)).toEqual(body);
      return body;
    };

    const teams = await breakdown('kpi=mttd&by=team');
    expect(teams).toMatchObject({
      scope: 'org',
      by: 'team',
      kpi: { id: 'mttd', unit: 'ms', target: 'trend' },
      itemCount: 3,
      // 2, 4 and 6 hours.
      whole: { value: 4 * HOUR, n: 3, missing: 2, invalid: 1 },
    });
    expect(teams.items).toMatchObject([
      { key: PAYMENTS, value: 3 * HOUR, n: 2, missing: 0, invalid: 0 },
      { key: LENDING, value: 4 * HOUR, n: 1, missing: 1 },
      { value: 6 * HOUR, n: 1, missing: 1, invalid: 1 },
    ]);
    expect(teams.items[2].key).toBeUndefined();

    const severities = await breakdown('kpi=repeat-incident-rate&by=severity');
    expect(severities.whole.share).toMatchObject({
      numerator: 0,
      denominator: 6,
    });
    expect(
      severities.items.map((item: { key: string; n: number }) => [
        item.key,
        item.n,
      ]),
    ).toEqual([
      ['high', 1],
      ['low', 1],
      ['unknown', 4],
    ]);

    const categories = await breakdown(
      `kpi=severity-distribution&by=category&scope=${PAYMENTS}`,
    );
    expect(categories.items).toMatchObject([
      { key: 'deploy', n: 2, share: { numerator: 1, denominator: 2 } },
    ]);

    const refused = await api.get('/metrics/breakdown?kpi=time&by=team');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('write one of mttd, mttc');
    await api.get('/metrics/breakdown?kpi=mttd&by=colour').expect(400);
  });

  it('counts what is wrong with times by team, and lists the incidents behind each count', async () => {
    const { knex, api } = await start();
    const { body } = await api.get(`/metrics/data-quality?${YEAR}`).expect(200);
    expect(dataQualitySchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      incidents: 6,
      affected: 4,
      findings: [
        { code: 'missing', path: 'occurredAt', incidents: 2 },
        { code: 'coarse', path: 'detectedAt', incidents: 1 },
        { code: 'negative', path: 'timeToDetectMs', incidents: 1 },
      ],
      teamCount: 3,
    });
    expect(body.teams).toMatchObject([
      { incidents: 3, affected: 3 },
      {
        team: LENDING,
        incidents: 2,
        affected: 1,
        findings: [{ code: 'missing', path: 'occurredAt', incidents: 1 }],
      },
      { team: PAYMENTS, incidents: 2, affected: 0, findings: [] },
    ]);

    for (const { team = 'none', findings, incidents } of body.teams) {
      const listed = async (query: string) => {
        const url = `/incidents?${YEAR}&drill=false&total=true&owner=${team}`;
        return (await api.get(`${url}${query}`).expect(200)).body.totalItems;
      };
      expect(await listed('')).toBe(incidents);
      for (const { code, path, incidents: count } of findings) {
        expect(await listed(`&finding=${code}&findingPath=${path}`)).toBe(
          count,
        );
      }
    }
    const both = await api.get(
      `/incidents?total=true&drill=false&owner=${LENDING}&owner=none`,
    );
    expect(both.body.totalItems).toBe(5);
    // Both are said of the same finding.
    const mixed = await api.get(
      '/incidents?total=true&finding=coarse&findingPath=occurredAt',
    );
    expect(mixed.body.totalItems).toBe(0);
    const wrong = await api.get('/incidents?owner=payments');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('owner');

    const selection = {
      access: { kind: 'all' as const },
      scope: { kind: 'org' as const },
      period: { from: 0, to: Date.parse('2025-01-01') },
    };
    const store = DatabaseDimensionStore.create({ knex, pageSize: 2 });
    const pages: number[] = [];
    for await (const page of store.findings(selection)) {
      pages.push(page.reduce((sum, { incidents }) => sum + incidents, 0));
    }
    // As there are as many again as a page has, there might have been more.
    expect(pages).toEqual([2, 2, 2, 0]);
  });

  it('leaves out what the caller may not read', async () => {
    const { backend, api } = await start();
    const eve = backend.as('eve');
    await eve.post('/incidents', {
      title: 'Fraud',
      visibility: 'restricted',
      severity: 'critical',
      entityRefs: component('checkout'),
      detectedAt: '2024-02-01T00:00:00Z',
    });
    const bySeverity = (caller: Caller) =>
      caller.get(`/metrics/breakdown?${YEAR}&kpi=mttd&by=severity`);
    expect((await bySeverity(api)).body.items[0].key).toBe('high');
    expect((await bySeverity(eve)).body.items[0].key).toBe('critical');
    const quality = (caller: Caller) =>
      caller.get(`/metrics/data-quality?${YEAR}`);
    expect((await quality(api)).body.incidents).toBe(6);
    expect((await quality(eve)).body.incidents).toBe(7);
  });
});
