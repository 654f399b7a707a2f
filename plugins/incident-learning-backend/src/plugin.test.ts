import Knex from 'knex';
import { BASE, outage, start } from './__testUtils__/portal';

jest.setTimeout(60_000);

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

  it('keeps to itself what a broken database says', async () => {
    const knex = Knex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const api = await start({ knex });
    await knex.schema.dropTable('incident_tags');
    const { status, body } = await api.get(`${BASE}/incidents?tag=tls`);
    await knex.destroy();
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toMatch(/select|incident_tags/);
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
