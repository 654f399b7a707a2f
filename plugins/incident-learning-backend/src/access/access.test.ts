import { mockCredentials } from '@backstage/backend-test-utils';
import { DEFAULT_RISK_MODEL as model } from '@hindsight/backstage-plugin-incident-learning-common';
import { BASE, outage, start } from '../__testUtils__/portal';

jest.setTimeout(60_000);

describe('access', () => {
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
      api.get(`${BASE}/risk`),
      api.get(`${BASE}/risk/incidents`),
      api.get(`${BASE}/risk/incidents?format=csv`),
      api.post(`${BASE}/risk/evaluations`).send({}),
      api.get(`${BASE}/risk/profiles`),
      api.get(`${BASE}/risk/profiles/some-id`),
      api.post(`${BASE}/risk/profiles`).send({ name: 'Mine', model }),
      api
        .patch(`${BASE}/risk/profiles/some-id`)
        .set('If-Match', '"1"')
        .send({ name: 'Mine' }),
      api.delete(`${BASE}/risk/profiles/some-id`).set('If-Match', '"1"'),
      api
        .post(`${BASE}/risk/profiles/some-id/activations`)
        .send({ reason: 'Because' }),
      api.get(`${BASE}/risk/activations`),
      api.get(`${BASE}/risk/experiments`),
      api.get(`${BASE}/risk/experiments/some-id`),
      api
        .post(`${BASE}/risk/experiments`)
        .send({ title: 'What if', after: { model } }),
      api
        .patch(`${BASE}/risk/experiments/some-id`)
        .set('If-Match', '"1"')
        .send({ title: 'What then' }),
      api
        .post(`${BASE}/risk/experiments/some-id/adoption`)
        .set('If-Match', '"1"')
        .send({ note: 'Yes' }),
      api
        .post(`${BASE}/risk/experiments/some-id/refusal`)
        .set('If-Match', '"1"')
        .send({ note: 'No' }),
      api.get(`${BASE}/incidents/some-id/decisions`),
      api.post(`${BASE}/incidents/some-id/decisions`).send({
        containmentOption: 'Isolate the host',
        outcome: 'approved',
        decidedBy: 'user:default/mock',
        decidedAt: '2024-01-10T10:00:00Z',
      }),
      api.get(`${BASE}/metrics/decisions`),
      api.get(`${BASE}/metrics`),
      api.get(`${BASE}/metrics/points`),
      api.get(`${BASE}/metrics/breakdown?kpi=mttd&by=team`),
      api.get(`${BASE}/metrics/data-quality`),
      api.get(`${BASE}/patterns`),
      api.get(`${BASE}/actions/report/overdue`),
      api.get(`${BASE}/bulletin`),
      api.put(`${BASE}/bulletin/following`).send({ scopes: ['org'] }),
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
});
