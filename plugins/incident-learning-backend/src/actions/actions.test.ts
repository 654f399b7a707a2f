import { createDatabase, databases } from '../__testUtils__/databases';
import { startReviewBackend } from '../__testUtils__/reviewBackend';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    return (await startReviewBackend({ knex })).as('ada');
  }

  it('start as ideas, and keep when somebody committed and when it was done', async () => {
    const api = await start();
    const idea = (await api.post('/actions', { title: 'Alert on expiry' }))
      .body;
    expect(idea).toMatchObject({
      status: 'idea',
      kind: 'corrective',
      priority: 'medium',
      revision: 1,
    });
    expect(idea).not.toHaveProperty('committedAt');
    const url = `/actions/${idea.id}`;
    const open = (
      await api.patch(url, 1, {
        status: 'open',
        owner: 'user:default/bob',
        dueDate: '2024-05-17',
      })
    ).body;
    expect(open.committedAt).toBe(open.updatedAt);
    const done = (await api.patch(url, 2, { status: 'completed' })).body;
    expect(done).toMatchObject({
      committedAt: open.committedAt,
      completedAt: done.updatedAt,
      owner: 'user:default/bob',
    });
    const again = (await api.patch(url, 3, { status: 'in-progress' })).body;
    expect(again).toMatchObject({ committedAt: open.committedAt });
    expect(again).not.toHaveProperty('completedAt');
    expect((await api.get(url)).body).toEqual(again);
    const never = await api.patch(url, 4, { dueDate: '2023-02-29' });
    expect(never.body.error.problems[0].path).toBe('dueDate');
    await api.patch(url, 1, { title: 'Stale' }).expect(412);
  });

  it('can be deleted as ideas alone, and go on when their review is settled', async () => {
    const api = await start();
    const incident = (await api.post('/incidents', { title: 'Outage' })).body;
    const { id: reviewId } = (
      await api.post('/reviews', { incidentIds: [incident.id] })
    ).body;
    const open = { title: 'Renew by itself', status: 'open', reviewId };
    const { id } = (await api.post('/actions', open)).body;
    const refused = await api.delete(`/actions/${id}`, 1);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('cancel it instead');

    const idea = (await api.post('/actions', { ...open, status: 'idea' })).body;
    await api.delete(`/actions/${idea.id}`, 1).expect(204);
    await api.post(`/reviews/${reviewId}/transitions`, {
      to: 'cancelled',
      reason: 'False alarm',
    });
    await api.post('/actions', open).expect(409);
    await api.patch(`/actions/${id}`, 1, { status: 'completed' }).expect(200);
    const { items } = (await api.get(`/actions?review=${reviewId}`)).body;
    expect(items).toMatchObject([{ id, status: 'completed' }]);
  });
});
