import type { Entity } from '@backstage/catalog-model';
import { patternsSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import {
  Caller,
  ENTITIES,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { move, startReview, writeAll } from '../__testUtils__/reviews';

jest.setTimeout(120_000);

const YEAR = 'from=2024-01-01&to=2025-01-01';

const service = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

/** Two incidents of one signature, a third of their pattern elsewhere, and what belongs to no group. */
async function record(api: Caller) {
  const declare = async (incident: object) =>
    (
      await api
        .post('/incidents', { title: 'Something', ...incident })
        .expect(201)
    ).body.id as string;
  const expired = { category: 'certificate', attackVector: 'expiry' };
  const checkout = ['component:default/checkout'];
  const first = await declare({
    ...expired,
    severity: 'high',
    detectedAt: '2024-02-01T00:00:00Z',
    entityRefs: [...checkout, 'component:default/gateway'],
  });
  const second = await declare({
    ...expired,
    detectedAt: '2024-05-01T00:00:00Z',
    entityRefs: checkout,
  });
  const elsewhere = await declare({
    ...expired,
    severity: 'low',
    detectedAt: '2024-03-01T00:00:00Z',
    entityRefs: ['component:default/ledger'],
  });
  const partly = [
    await declare({ category: 'capacity', detectedAt: '2024-06-01T00:00:00Z' }),
    await declare({
      category: 'capacity',
      attackVector: 'Unknown',
      detectedAt: '2024-07-01T00:00:00Z',
    }),
  ];
  // Alone of its kind, of no kind, a drill, out of the period.
  await declare({ category: 'fire', detectedAt: '2024-07-02T00:00:00Z' });
  await declare({ category: 'unknown', detectedAt: '2024-07-03T00:00:00Z' });
  await declare({ detectedAt: '2024-07-04T00:00:00Z', entityRefs: checkout });
  await declare({
    ...expired,
    drill: true,
    detectedAt: '2024-04-01T00:00:00Z',
    entityRefs: checkout,
  });
  await declare({ ...expired, detectedAt: '2025-01-01T00:00:00Z' });
  return { first, second, elsewhere, partly };
}

describe.each(databases.eachSupportedId())('patterns on %s', databaseId => {
  it('groups a period by signature, and by pattern across services', async () => {
    const knex = await createDatabase(databaseId);
    const api = (await startReviewBackend({ knex })).as('ada');
    const { first, second, elsewhere, partly } = await record(api);

    const { body } = await api.get(`/patterns?${YEAR}`).expect(200);
    expect(patternsSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      scope: 'org',
      incidents: 8,
      unclassified: 2,
      signatureCount: 1,
      patternCount: 2,
    });
    expect(body.signatures).toEqual([
      {
        category: 'certificate',
        attackVector: 'expiry',
        entityRef: 'component:default/checkout',
        signature: 'certificate-expiry-component:default/checkout',
        count: 2,
        repeats: 1,
        severities: { critical: 0, high: 1, medium: 0, low: 0, unknown: 1 },
        incidentIds: [second, first],
        firstAt: '2024-02-01T00:00:00.000Z',
        lastAt: '2024-05-01T00:00:00.000Z',
        services: [
          {
            entityRef: 'component:default/checkout',
            incidents: 2,
            lesson: false,
          },
          {
            entityRef: 'component:default/gateway',
            incidents: 1,
            lesson: false,
          },
        ],
        serviceCount: 2,
        lessons: [],
      },
    ]);
    expect(body.patterns).toMatchObject([
      {
        category: 'certificate',
        attackVector: 'expiry',
        count: 3,
        repeats: 1,
        incidentIds: [second, elsewhere, first],
        serviceCount: 3,
        services: [
          { entityRef: 'component:default/checkout', incidents: 2 },
          { entityRef: 'component:default/gateway', incidents: 1 },
          { entityRef: 'component:default/ledger', incidents: 1 },
        ],
      },
      {
        category: 'capacity',
        count: 2,
        incidentIds: [...partly].reverse(),
        services: [],
        serviceCount: 0,
      },
    ]);
    expect(body.patterns[1].attackVector).toBeUndefined();

    // The list behind a group, an unknown part included.
    const listed = async (query: string) =>
      (await api.get(`/incidents?${YEAR}&drill=false&total=true&${query}`)).body
        .totalItems;
    expect(await listed('category=capacity&attackVector=unknown')).toBe(2);
    expect(
      await listed('signature=certificate-expiry-component:default/checkout'),
    ).toBe(2);

    const component = await api.get(
      `/patterns?${YEAR}&scope=component:default/ledger`,
    );
    expect(component.body).toMatchObject({ incidents: 1, patterns: [] });
    const reversed = await api.get('/patterns?from=2024-02-01&to=2024-01-01');
    expect(reversed.status).toBe(400);
    expect(reversed.body.error.message).toContain('choose an earlier from');
  });

  it('counts nothing that the caller may not read', async () => {
    const knex = await createDatabase(databaseId);
    const backend = await startReviewBackend({
      knex,
      entities: [...ENTITIES, service('ledger')],
    });
    const secret = {
      title: 'Fraud',
      category: 'fraud',
      attackVector: 'insider',
      visibility: 'restricted',
      detectedAt: '2024-02-01T00:00:00Z',
      entityRefs: ['component:default/ledger'],
    };
    const eve = backend.as('eve');
    await eve.post('/incidents', secret);
    await eve.post('/incidents', { ...secret, title: 'Fraud again' });

    const seen = await backend.as('ada').get(`/patterns?${YEAR}`);
    expect(seen.body).toMatchObject({
      incidents: 0,
      signatures: [],
      patterns: [],
    });
    const own = await eve.get(`/patterns?${YEAR}`);
    expect(own.body).toMatchObject({ incidents: 2, signatureCount: 1 });
  });

  it('tells which services have a lesson of the kind', async () => {
    const knex = await createDatabase(databaseId);
    const entities = [...ENTITIES, service('ledger')];
    const api = (await startReviewBackend({ knex, entities })).as('ada');
    const expired = { category: 'certificate', attackVector: 'expiry' };
    const { incident, review, url } = await startReview(api);
    await api.patch(`/incidents/${incident.id}`, 1, expired);
    for (const name of ['ledger', 'gateway']) {
      await api.post('/incidents', {
        ...expired,
        title: 'Expired too',
        detectedAt: '2024-03-01T00:00:00Z',
        entityRefs: [`component:default/${name}`],
      });
    }
    await writeAll(api, url, review.id);
    const lessons = async () => {
      const { body } = await api.get(`/patterns?${YEAR}`);
      const [{ services, lessons: known }] = body.patterns;
      return {
        reached: services
          .filter(({ lesson }: { lesson: boolean }) => lesson)
          .map(({ entityRef }: { entityRef: string }) => entityRef),
        statements: known.map(
          ({ statement }: { statement: string }) => statement,
        ),
      };
    };
    expect(await lessons()).toEqual({ reached: [], statements: [] });

    await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
    expect(await lessons()).toEqual({
      reached: ['component:default/checkout'],
      statements: ['Watch expiry dates'],
    });

    const [{ id }] = (await api.get(`/lessons?review=${review.id}`)).body.items;
    await api
      .post(`/lessons/${id}/applications`, {
        entityRef: 'component:default/ledger',
      })
      .expect(201);
    expect((await lessons()).reached.sort()).toEqual([
      'component:default/checkout',
      'component:default/ledger',
    ]);
  });
});
