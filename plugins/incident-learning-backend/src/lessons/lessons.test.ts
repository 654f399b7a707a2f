import { createDatabase, databases } from '../__testUtils__/databases';
import { startReviewBackend } from '../__testUtils__/reviewBackend';
import { move, startReview, writeAll } from '../__testUtils__/reviews';

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

  it('are searched over the API, page by page', async () => {
    const api = await start();
    for (const statement of ['Watch expiry', 'Expiry again', 'Capacity']) {
      await api.post('/lessons', {
        statement,
        tags: ['tls'],
        category: 'change',
        appliesTo: ['component:default/checkout'],
      });
    }
    const found = (await api.get('/lessons?q=exp&limit=1&total=true')).body;
    expect(found).toMatchObject({
      items: [{ statement: 'Expiry again' }],
      totalItems: 2,
    });
    const next = await api.get(
      `/lessons?q=exp&limit=1&cursor=${found.nextCursor}`,
    );
    expect(next.body.items).toMatchObject([{ statement: 'Watch expiry' }]);
    expect(next.body).not.toHaveProperty('totalItems');
    // Of the group above the one that owns checkout.
    const scoped = await api.get('/lessons?scope=group:default/commerce');
    expect(scoped.body.items).toHaveLength(3);
    const facets = (await api.get('/lessons/facets')).body;
    expect(facets).toEqual({ category: ['change'], tag: ['tls'] });

    const refusals = {
      'sort=relevance': /sort is relevance, but there is no q/,
      'sort=random': /sort/,
      'from=yesterday': /from is no date/,
      'type=magic': /type/,
      'scope=nowhere': /scope is neither org nor/,
      [`q=exp&sort=recency&cursor=${found.nextCursor}`]: /sorted by relevance/,
    };
    for (const [query, message] of Object.entries(refusals)) {
      const refused = await api.get(`/lessons?${query}`);
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toMatch(message);
    }
    await api.get('/lessons?q=%22*-%3A%00%ff').expect(200);
  });

  it('of no review are published by themselves, and tell their story', async () => {
    const api = await start();
    const { id } = (await api.post('/lessons', { statement: 'Watch' })).body;
    const url = `/lessons/${id}`;
    await api.patch(url, 1, { statement: 'Watch expiry' }).expect(200);
    await api.post(`${url}/publish`, {}).expect(400);
    const publish = (revision: number) =>
      api.post(`${url}/publish`, {}).set('If-Match', `"${revision}"`);
    await publish(1).expect(412);
    const published = (await publish(2)).body;
    expect(published).toMatchObject({
      revision: 3,
      publishedAt: expect.any(String),
    });
    expect((await publish(3)).body).toEqual(published);
    await api.delete(url, 3).expect(409);
    await api.patch(url, 3, { statement: 'Watch capacity' }).expect(200);
    const by = 'user:default/ada';
    expect((await api.get(`${url}/history`)).body.items).toMatchObject([
      {
        operation: 'updated',
        by,
        changes: [
          { path: 'statement', from: 'Watch expiry', to: 'Watch capacity' },
        ],
      },
      { operation: 'published', by, changes: [] },
      { operation: 'updated', by, revision: 2 },
      { operation: 'created', by, revision: 1 },
    ]);
    await api.get('/lessons/gone/history').expect(404);
  });

  it('of a review are published with its report', async () => {
    const api = await start();
    const { review, url } = await startReview(api);
    await move(api, url, 'gathering', 'drafting');
    await writeAll(api, url, review.id);
    const [lesson] = (await api.get(`/lessons?review=${review.id}`)).body.items;
    const own = `/lessons/${lesson.id}`;
    await api
      .post(`${own}/publish`, {})
      .set('If-Match', `"${lesson.revision}"`)
      .expect(409);
    expect((await api.get('/lessons?state=published')).body.items).toEqual([]);
    await move(api, url, 'in-review', 'published');
    const { items } = (await api.get('/lessons?state=published')).body;
    expect(items).toMatchObject([{ id: lesson.id }]);
    expect((await api.get(`${own}/history`)).body.items).toMatchObject([
      { operation: 'published', by: 'user:default/ada' },
      { operation: 'created' },
    ]);
    const restated = await api.patch(own, lesson.revision, { statement: 'No' });
    expect(restated.status).toBe(409);
    await api.patch(own, lesson.revision, { tags: ['tls'] }).expect(200);
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
