import { createDatabase, databases } from '../__testUtils__/databases';
import { startReviewBackend } from '../__testUtils__/reviewBackend';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('lessons on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    return (await startReviewBackend({ knex })).as('ada');
  }

  it('are written, found by review, changed and deleted', async () => {
    const api = await start();
    const incident = (await api.post('/incidents', { title: 'Outage' })).body;
    const review = (await api.post('/reviews', { incidentIds: [incident.id] }))
      .body;
    const created = await api.post('/lessons', {
      statement: '<b>Watch</b> expiry dates',
      reviewId: review.id,
      appliesTo: ['Component:Default/Checkout'],
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      statement: '<b>Watch</b> expiry dates',
      type: 'technical',
      priority: 'medium',
      appliesTo: ['component:default/checkout'],
      revision: 1,
      createdBy: 'user:default/ada',
    });
    expect(created.body).not.toHaveProperty('publishedAt');
    const alone = (await api.post('/lessons', { statement: 'Of no review' }))
      .body;

    const all = (await api.get('/lessons?limit=1')).body;
    expect(all.items).toMatchObject([{ id: alone.id }]);
    const rest = (await api.get(`/lessons?limit=1&cursor=${all.nextCursor}`))
      .body;
    expect(rest).toEqual({ items: [created.body] });
    const ofReview = (await api.get(`/lessons?review=${review.id}`)).body;
    expect(ofReview.items).toEqual([created.body]);

    const url = `/lessons/${created.body.id}`;
    const changed = await api.patch(url, 1, {
      type: 'process',
      owner: 'group:default/payments',
      detail: 'At length',
    });
    expect(changed.body).toMatchObject({ revision: 2, type: 'process' });
    const cleared = await api.patch(url, 2, { detail: null });
    expect(cleared.body).not.toHaveProperty('detail');
    expect((await api.get(url)).body).toEqual(cleared.body);
    const same = await api.patch(url, 3, { type: 'process' });
    expect(same.body.revision).toBe(3);
    const stale = await api.patch(url, 1, { type: 'human' });
    expect(stale.status).toBe(412);
    expect(stale.body.error.current).toMatchObject({ revision: 3 });

    await api.delete(url, 2).expect(412);
    await api.delete(url, 3).expect(204);
    await api.get(url).expect(404);
  });

  it('belong to a review that exists, or to none', async () => {
    const api = await start();
    const dangling = await api.post('/lessons', {
      statement: 'Of a review that is gone',
      reviewId: 'gone',
    });
    expect(dangling.status).toBe(422);
    expect(dangling.body.error.problems[0].path).toBe('reviewId');
    const wrong = await api.post('/lessons', { statement: ' ', colour: 'red' });
    expect(
      wrong.body.error.problems.map((p: { path: string }) => p.path).sort(),
    ).toEqual(['colour', 'statement']);
  });
});
