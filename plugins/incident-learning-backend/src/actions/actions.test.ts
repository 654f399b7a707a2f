import { databases } from '../__testUtils__/databases';
import {
  COMMITMENT,
  commit,
  day,
  move,
  progress,
  startActions,
} from './__testUtils__/actions';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  const start = () => startActions(databaseId);

  it('go from idea to verified, and tell their whole story', async () => {
    const { api, as, outbox } = await start();
    const idea = (await api.post('/actions', { title: 'Alert on expiry' }))
      .body;
    expect(idea).toMatchObject({
      status: 'idea',
      kind: 'corrective',
      priority: 'medium',
      progress: 0,
      revision: 1,
    });
    expect(idea).not.toHaveProperty('committedAt');
    const { id } = idea;

    const early = await move(api, id, 1, { to: 'open' });
    expect(early.status).toBe(422);
    expect(
      early.body.error.problems.map((p: { path: string }) => p.path),
    ).toEqual(['owner', 'dueDate', 'successCriteria']);
    const nobody = await api.patch(`/actions/${id}`, 1, {
      owner: 'user:default/nobody',
    });
    expect(nobody.body.error.problems).toEqual([
      expect.objectContaining({ path: 'owner' }),
    ]);
    await api.patch(`/actions/${id}`, 1, COMMITMENT).expect(200);
    expect(outbox.sent).toEqual([]);
    const open = (await move(api, id, 2, { to: 'open' }).expect(200)).body;
    expect(open.committedAt).toBe(open.updatedAt);
    expect(outbox.recipients()).toEqual(['user:default/bob']);

    const bob = as('bob');
    const half = (
      await progress(bob, id, 3, { progress: 50, note: 'Half are watched' })
    ).body;
    expect(half).toMatchObject({ status: 'in-progress', progress: 50 });
    await progress(bob, id, 4, { progress: 101 }).expect(422);
    await api.post(`/actions/${id}/ratings`, { score: 9 }).expect(409);
    const done = (await progress(bob, id, 4, { progress: 100 })).body;
    expect(done).toMatchObject({
      status: 'completed',
      completedAt: done.updatedAt,
      committedAt: open.committedAt,
    });

    const unproven = await move(api, id, 5, { to: 'verified' });
    expect(unproven.body.error.problems[0].path).toBe('verification');
    const verified = (
      await move(api, id, 5, {
        to: 'verified',
        verification: { how: 'exercise', evidence: 'Game day of 3 May' },
      })
    ).body;
    expect(verified).toMatchObject({
      status: 'verified',
      verification: { how: 'exercise', by: 'user:default/ada' },
    });

    await api.post(`/actions/${id}/ratings`, { score: 0 }).expect(422);
    await api.post(`/actions/${id}/ratings`, { score: 4 }).expect(200);
    await bob.post(`/actions/${id}/ratings`, { score: 9 }).expect(200);
    const rated = await api.post(`/actions/${id}/ratings`, {
      score: 8,
      comment: 'Woke us in time',
    });
    expect(rated.body.rating).toEqual({ mean: 8.5, n: 2 });
    const { items } = (await api.get(`/actions/${id}/ratings`)).body;
    expect(items).toMatchObject([
      { by: 'user:default/ada', score: 8, comment: 'Woke us in time' },
      { by: 'user:default/bob', score: 9 },
    ]);

    const reopened = (
      await move(api, id, 6, { to: 'open', reason: 'It expired again' })
    ).body;
    expect(reopened).toMatchObject({
      status: 'open',
      progress: 0,
      committedAt: open.committedAt,
      reopened: { reason: 'It expired again' },
    });
    expect(reopened).not.toHaveProperty('completedAt');
    expect(reopened).not.toHaveProperty('verification');

    const history = (await api.get(`/actions/${id}/history`)).body.items;
    expect(
      history.map((c: { operation: string; by: string }) => [
        c.operation,
        c.by.slice('user:default/'.length),
      ]),
    ).toEqual([
      ['reopened', 'ada'],
      ['moved', 'ada'],
      ['progress', 'bob'],
      ['progress', 'bob'],
      ['moved', 'ada'],
      ['updated', 'ada'],
      ['created', 'ada'],
    ]);
    expect(history[3]).toMatchObject({
      note: 'Half are watched',
      changes: expect.arrayContaining([{ path: 'progress', from: 0, to: 50 }]),
    });
  });

  it('can be deleted as ideas alone, and go on when their review is settled', async () => {
    const { api } = await start();
    const incident = (await api.post('/incidents', { title: 'Outage' })).body;
    const { id: reviewId } = (
      await api.post('/reviews', { incidentIds: [incident.id] })
    ).body;
    // As long as its review is written, a commitment may still lack something.
    const open = { title: 'Renew by itself', status: 'open', reviewId };
    const { id, committedAt } = (await api.post('/actions', open).expect(201))
      .body;
    expect(committedAt).toBeUndefined();
    await api.patch(`/actions/${id}`, 1, COMMITMENT).expect(200);
    const refused = await api.delete(`/actions/${id}`, 2);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('cancel it instead');

    const idea = (await api.post('/actions', { ...open, status: 'idea' })).body;
    await api.delete(`/actions/${idea.id}`, 1).expect(204);
    await api.post(`/reviews/${reviewId}/transitions`, {
      to: 'cancelled',
      reason: 'False alarm',
    });
    await api.post('/actions', open).expect(409);
    await progress(api, id, 2, { progress: 100 }).expect(200);
    const { items } = (await api.get(`/actions?review=${reviewId}`)).body;
    expect(items).toMatchObject([{ id, status: 'completed' }]);
  });

  it('refuse what cannot be, with a remedy, and keep what stands', async () => {
    const { api } = await start();
    const bad = await api.post('/actions', {
      title: 'Late',
      status: 'open',
      ...COMMITMENT,
      dueDate: day(-1),
    });
    expect(bad.body.error.problems[0]).toMatchObject({
      path: 'dueDate',
      message: expect.stringContaining('in the past'),
    });
    const never = await api.post('/actions', {
      title: 'Never',
      dueDate: '2023-02-29',
    });
    expect(never.body.error.problems[0].path).toBe('dueDate');
    const thing = await api.post('/actions', {
      title: 'By a thing',
      owner: 'component:default/checkout',
    });
    expect(thing.body.error.problems[0].path).toBe('owner');
    const half = await api.post('/actions', { title: 'Half', status: 'open' });
    expect(half.body.error.problems).toHaveLength(3);

    const { id } = await commit(api);
    await move(api, id, 1, { to: 'cancelled' }).expect(422);
    await move(api, id, 1, { to: 'verified' }).expect(422);
    const cancelled = { to: 'cancelled', reason: 'The service is retired' };
    await move(api, id, 1, cancelled).expect(200);
    const completed = await move(api, id, 2, { to: 'completed' });
    expect(completed.body.error.problems[0].message).toContain(
      'an action that is cancelled can only become open',
    );
    await progress(api, id, 2, { progress: 100 }).expect(409);
    const rewritten = await api.patch(`/actions/${id}`, 2, { title: 'Other' });
    expect(rewritten.body.error.message).toContain('reopen it first');
    expect((await api.get(`/actions/${id}`)).body).toMatchObject({
      ...COMMITMENT,
      status: 'cancelled',
      cancelReason: 'The service is retired',
    });
  });

  it('are completed once when two people complete them at once', async () => {
    const { api, as } = await start();
    const { id } = await commit(api);
    const answers = await Promise.all(
      [api, as('bob')].map(caller =>
        progress(caller, id, 1, { progress: 100 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = answers.find(({ status }) => status === 412)!;
    expect(stale.body.current ?? stale.body.error.current).toMatchObject({
      id,
      status: 'completed',
    });
    const history = (await api.get(`/actions/${id}/history`)).body.items;
    expect(history).toHaveLength(2);
  });
});
