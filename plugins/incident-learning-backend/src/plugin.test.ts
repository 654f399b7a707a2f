import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import plugin from './index';

jest.setTimeout(60_000);

const BASE = '/api/incident-learning';

async function start(options: { config?: object; deny?: boolean } = {}) {
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'mine' },
            relations: [{ type: 'ownedBy', targetRef: 'user:default/mock' }],
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: { incidentLearning: options.config ?? {} },
      }),
      mockServices.permissions.factory({
        result: options.deny ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
      }),
    ],
  });
  return request(server);
}

const outage = {
  title: 'Checkout rejects cards',
  severity: 'high',
  category: 'certificate',
  attackVector: 'expired certificate',
  entityRefs: ['Component:Default/Checkout'],
  occurredAt: '2024-01-10T08:00:00+01:00',
  detectedAt: '2024-01-10T09:00:00Z',
};

describe('incident learning', () => {
  it('records, shows, changes and deletes an incident, and tells who did what', async () => {
    const api = await start();
    const created = await api.post(`${BASE}/incidents`).send(outage);
    expect(created.status).toBe(201);
    expect(created.headers.etag).toBe('"1"');
    expect(created.body).toMatchObject({
      title: 'Checkout rejects cards',
      status: 'open',
      kind: 'operational',
      entityRefs: ['component:default/checkout'],
      occurredAt: '2024-01-10T07:00:00.000Z',
      timeToDetectMs: 2 * 60 * 60 * 1000,
      signature: 'certificate-expired certificate-component:default/checkout',
      createdBy: 'user:default/mock',
      revision: 1,
      dataQuality: [],
    });
    const url = `${BASE}/incidents/${created.body.id}`;

    const changed = await api
      .patch(url)
      .set('If-Match', '"1"')
      .send({ severity: 'low', occurredAt: null });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ revision: 2, severity: 'low' });
    expect(changed.body).not.toHaveProperty('occurredAt');
    expect(changed.body.dataQuality).toEqual([
      { code: 'missing', path: 'occurredAt' },
    ]);

    const history = await api.get(`${url}/history`);
    expect(history.body.items).toMatchObject([
      {
        operation: 'updated',
        by: 'user:default/mock',
        revision: 2,
        changes: expect.arrayContaining([
          { path: 'severity', from: 'high', to: 'low' },
          { path: 'occurredAt', from: '2024-01-10T07:00:00.000Z' },
        ]),
      },
      { operation: 'created', revision: 1 },
    ]);

    await api.delete(url).set('If-Match', '"2"').expect(204);
    await api.get(url).expect(404);
  });

  it('overwrites nobody: a stale change gets the version that stands', async () => {
    const api = await start();
    const { body } = await api.post(`${BASE}/incidents`).send(outage);
    const url = `${BASE}/incidents/${body.id}`;
    await api.patch(url).set('If-Match', '"1"').send({ severity: 'low' });

    for (const stale of [
      api.patch(url).set('If-Match', '"1"').send({ title: 'Mine' }),
      api.delete(url).set('If-Match', '"1"'),
    ]) {
      const response = await stale;
      expect(response.status).toBe(412);
      expect(response.body.error).toMatchObject({
        name: 'PreconditionFailedError',
        current: { revision: 2, severity: 'low' },
      });
    }
    const blind = await api.patch(url).send({ title: 'Mine' });
    expect(blind.status).toBe(400);
    expect(blind.body.error.message).toContain('If-Match is missing');
  });

  it('names every wrong field and the remedy', async () => {
    const api = await start();
    const wrong = await api.post(`${BASE}/incidents`).send({
      title: '   ',
      severity: 'terrible',
      entityRefs: ['checkout'],
      detectedAt: '2018-02-29T00:00:00Z',
      reportedTimeToDetectMs: -1,
      riskFactors: { exposure: 1.5 },
      colour: 'red',
    });
    expect(wrong.status).toBe(422);
    const paths = wrong.body.error.problems.map(
      (problem: { path: string }) => problem.path,
    );
    expect(paths.sort()).toEqual([
      'colour',
      'detectedAt',
      'entityRefs.0',
      'reportedTimeToDetectMs',
      'riskFactors.exposure',
      'severity',
      'title',
    ]);
    expect(wrong.body.error.message).toContain(
      'severity is none of critical, high, medium, low, unknown',
    );

    const query = await api.get(`${BASE}/incidents?limit=9000&sort=colour`);
    expect(query.status).toBe(400);
    expect(query.body.error.message).toMatch(
      /Query parameter sort is no sort: .*Query parameter limit is above 200/,
    );
    await api
      .post(`${BASE}/incidents`)
      .set('content-type', 'application/json')
      .send('{"title":')
      .expect(400);
  });

  it('lets a person reject a suspected repeat, for good', async () => {
    const api = await start();
    const imported = (incident: object) =>
      api
        .post(`${BASE}/incidents/import`)
        .set('content-type', 'application/x-ndjson')
        .send(
          JSON.stringify({
            ...incident,
            source: { system: 'pager', id: '2' },
          }),
        );
    const first = (await api.post(`${BASE}/incidents`).send(outage)).body;
    const later = { ...outage, detectedAt: '2024-03-01T00:00:00Z' };
    const { id } = (await imported(later)).body.rows[0];
    const url = `${BASE}/incidents/${id}`;
    expect((await api.get(url)).body.repeat).toEqual({
      state: 'suspected',
      of: first.id,
    });
    const similar = await api.get(`${BASE}/incidents/${first.id}/similar`);
    expect(similar.body.items).toMatchObject([
      { relation: 'repeated-by', incident: { id } },
    ]);

    const judged = await api
      .post(`${url}/repeat`)
      .send({ of: first.id, verdict: 'rejected' });
    expect(judged.body.repeat).toEqual({ state: 'rejected', of: first.id });

    const again = await imported({ ...later, title: 'Renamed' });
    expect(again.body).toMatchObject({ updated: 1, rows: [{ id }] });
    expect((await api.get(url)).body).toMatchObject({
      title: 'Renamed',
      repeat: { state: 'rejected', of: first.id },
    });

    const backwards = await api
      .post(`${BASE}/incidents/${first.id}/repeat`)
      .send({ of: id, verdict: 'confirmed' });
    expect(backwards.status).toBe(422);
    expect(backwards.body.error.problems[0].path).toBe('of');
  });

  it('refuses everything that the permission framework refuses', async () => {
    const api = await start({ deny: true });
    for (const refused of [
      api.get(`${BASE}/incidents`),
      api.get(`${BASE}/incidents/some-id`),
      api.get(`${BASE}/incidents/some-id/history`),
      api.get(`${BASE}/incidents/some-id/similar`),
      api.get(`${BASE}/incidents/facets`),
      api.post(`${BASE}/incidents`).send(outage),
      api.patch(`${BASE}/incidents/some-id`).set('If-Match', '"1"').send({}),
      api.delete(`${BASE}/incidents/some-id`).set('If-Match', '"1"'),
      api
        .post(`${BASE}/incidents/some-id/repeat`)
        .send({ of: 'other', verdict: 'confirmed' }),
      api.post(`${BASE}/incidents/import`).send('{}'),
      api.get(`${BASE}/reviews`),
      api.get(`${BASE}/reviews/marks`),
      api.get(`${BASE}/reviews/some-id`),
      api.get(`${BASE}/reviews/some-id/history`),
      api.get(`${BASE}/reviews/some-id/missing?to=published`),
      api.get(`${BASE}/reviews/some-id/feedback`),
      api.get(`${BASE}/reviews/some-id/report`),
      api.get(`${BASE}/reviews/some-id/analyses`),
      api.post(`${BASE}/reviews`).send({ incidentIds: ['some-id'] }),
      api.patch(`${BASE}/reviews/some-id`).set('If-Match', '"1"').send({}),
      api
        .put(`${BASE}/reviews/some-id/sections/summary`)
        .set('If-Match', '"0"')
        .send({ text: '' }),
      api
        .put(`${BASE}/reviews/some-id/root-causes`)
        .set('If-Match', '"0"')
        .send({ items: [] }),
      api.post(`${BASE}/reviews/some-id/transitions`).send({ to: 'published' }),
      api
        .post(`${BASE}/reviews/some-id/feedback`)
        .send({ answers: { wentWell: 'All' } }),
      api
        .post(`${BASE}/reviews/some-id/analyses`)
        .send({ title: 'Why', analysis: { kind: 'timeline' } }),
      api.get(`${BASE}/lessons`),
      api.get(`${BASE}/lessons/some-id`),
      api.post(`${BASE}/lessons`).send({ statement: 'Watch' }),
      api.delete(`${BASE}/lessons/some-id`).set('If-Match', '"1"'),
      api.get(`${BASE}/actions`),
      api.post(`${BASE}/actions`).send({ title: 'Alert' }),
      api.patch(`${BASE}/actions/some-id`).set('If-Match', '"1"').send({}),
      api.get(`${BASE}/metrics`),
      api.get(`${BASE}/metrics/points`),
    ]) {
      const { status, body } = await refused;
      expect(status).toBe(403);
      expect(body.error.message).toContain('it needs the permission');
    }
  });

  it('shows a restricted incident only to those whom it concerns, in lists and figures alike', async () => {
    const api = await start();
    const foreign = async (incident: object) =>
      (
        await api
          .post(`${BASE}/incidents`)
          .set('authorization', mockCredentials.user.header('user:default/eve'))
          .send({ ...outage, visibility: 'restricted', ...incident })
      ).body.id as string;
    const hidden = await foreign({});
    const taking = await foreign({
      participants: [{ role: 'responder', entityRef: 'user:default/mock' }],
    });
    const owning = await foreign({ entityRefs: ['component:default/mine'] });

    const list = await api.get(`${BASE}/incidents?total=true`);
    expect(list.body.totalItems).toBe(2);
    expect(
      list.body.items.map((item: { id: string }) => item.id).sort(),
    ).toEqual([taking, owning].sort());
    for (const path of ['', '/history', '/similar']) {
      await api.get(`${BASE}/incidents/${hidden}${path}`).expect(404);
    }
    await api
      .patch(`${BASE}/incidents/${hidden}`)
      .set('If-Match', '"1"')
      .send({ severity: 'low' })
      .expect(404);
    const range = 'from=2024-01-01&to=2025-01-01';
    const metrics = await api.get(`${BASE}/metrics?${range}`);
    expect(metrics.body.incidents).toBe(2);
    const points = await api.get(`${BASE}/metrics/points?${range}`);
    expect(points.body.totalItems).toBe(2);

    const reader = await start({
      config: { access: { restrictedReaders: ['user:default/mock'] } },
    });
    await reader
      .post(`${BASE}/incidents`)
      .set('authorization', mockCredentials.user.header('user:default/eve'))
      .send({ ...outage, visibility: 'restricted' });
    const all = await reader.get(`${BASE}/incidents?total=true`);
    expect(all.body.totalItems).toBe(1);
  });

  it('keeps an entity under the one name that the configuration gives', async () => {
    const api = await start({
      config: {
        entityAliases: {
          'component:default/checkout': ['component:default/cart'],
        },
      },
    });
    const { body } = await api
      .post(`${BASE}/incidents`)
      .send({ ...outage, entityRefs: ['component:default/cart'] });
    expect(body.entityRefs).toEqual(['component:default/checkout']);
    const list = await api.get(
      `${BASE}/incidents?scope=component:default/checkout&total=true`,
    );
    expect(list.body.totalItems).toBe(1);
  });
});
