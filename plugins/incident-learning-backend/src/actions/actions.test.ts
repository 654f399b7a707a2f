import { createDatabase, databases } from '../__testUtils__/databases';
import {
  Caller,
  createOutbox,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';

jest.setTimeout(60_000);

/** A day from now, such as `2024-05-17`. */
function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

const COMMITMENT = {
  owner: 'user:default/bob',
  dueDate: day(30),
  successCriteria: 'No certificate expires unseen for a year',
};

function move(api: Caller, id: string, revision: number, body: object) {
  return api
    .post(`/actions/${id}/transitions`, body)
    .set('If-Match', `"${revision}"`);
}

function progress(api: Caller, id: string, revision: number, body: object) {
  return api
    .post(`/actions/${id}/progress`, body)
    .set('If-Match', `"${revision}"`);
}

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  async function start() {
    const knex = await createDatabase(databaseId);
    const outbox = createOutbox();
    const backend = await startReviewBackend({ knex, outbox });
    return { ...backend, knex, api: backend.as('ada') };
  }

  async function commit(api: Caller, values: object = {}) {
    const input = { title: 'Alert on expiry', status: 'open', ...COMMITMENT };
    return (await api.post('/actions', { ...input, ...values }).expect(201))
      .body;
  }

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

  it('are filtered, sorted, counted and exported', async () => {
    const { api, as, knex } = await start();
    const incident = (
      await api.post('/incidents', {
        title: 'Outage',
        entityRefs: ['component:default/checkout'],
      })
    ).body;
    const late = await commit(api, {
      title: 'Late one',
      category: '=HYPERLINK("x")',
      priority: 'critical',
      incidentId: incident.id,
    });
    await knex('actions')
      .where({ id: late.id })
      .update({ due_date: day(-3) });
    const mine = await commit(api, {
      title: 'Mine',
      owner: 'user:default/ada',
      dueDate: day(10),
    });
    const groups = await commit(api, {
      title: 'Our 50 % rule',
      owner: 'group:default/payments',
      dueDate: day(20),
    });
    const idea = (await api.post('/actions', { title: 'Idea' })).body;
    await move(api, mine.id, 1, { to: 'completed' }).expect(200);

    const ids = async (query: string, caller = api) =>
      (await caller.get(`/actions?${query}`).expect(200)).body.items.map(
        (action: { id: string }) => action.id,
      );
    expect(await ids('sort=dueDate')).toEqual([
      late.id,
      mine.id,
      groups.id,
      idea.id,
    ]);
    expect(await ids('sort=-priority&limit=1')).toEqual([late.id]);
    expect(await ids('overdue=true')).toEqual([late.id]);
    expect(await ids('overdue=false&sort=createdAt')).toEqual([
      mine.id,
      groups.id,
      idea.id,
    ]);
    expect(await ids('mine=true&sort=dueDate')).toEqual([mine.id, groups.id]);
    expect(await ids('mine=true&status=open', as('bob'))).toEqual([
      groups.id,
      late.id,
    ]);
    expect(await ids('status=completed&status=idea&sort=createdAt')).toEqual([
      mine.id,
      idea.id,
    ]);
    expect(await ids('scope=component:default/checkout')).toEqual([late.id]);
    expect(await ids('scope=group:default/payments&sort=dueDate')).toEqual([
      late.id,
      groups.id,
    ]);
    expect(await ids(`incident=${incident.id}`)).toEqual([late.id]);
    expect(await ids('text=50 %25')).toEqual([groups.id]);
    expect(await ids(`dueFrom=${day(10)}&dueTo=${day(20)}`)).toEqual([mine.id]);

    const report = (await api.get('/actions/report')).body;
    expect(report.totals).toEqual({
      total: 4,
      committed: 3,
      completed: 1,
      inProgress: 0,
      overdue: 1,
      implementationRate: 1 / 3,
    });
    expect(report.byPriority[0]).toMatchObject({
      priority: 'critical',
      total: 1,
      overdue: 1,
    });
    expect(report.byTeam).toMatchObject([
      { team: 'group:default/payments', committed: 3, overdue: 1 },
      { total: 1, committed: 0 },
    ]);
    expect(report.byTeam[1]).not.toHaveProperty('team');
    const csv = await api.get('/actions/report?format=csv').expect(200);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('are changed in bulk after a preview, each on its own', async () => {
    const { api, outbox } = await start();
    const one = await commit(api, { owner: 'user:default/ada' });
    const two = await commit(api, { owner: 'user:default/ada' });
    const done = await commit(api, { owner: 'user:default/ada' });
    await move(api, done.id, 1, { to: 'completed' }).expect(200);
    const change = {
      ids: [one.id, two.id, done.id, 'gone'],
      owner: 'user:default/cleo',
      dueDate: day(60),
    };
    const preview = (
      await api.post('/actions/bulk', { ...change, dryRun: true }).expect(200)
    ).body;
    expect(preview).toMatchObject({ changed: 2, unchanged: 0, refused: 2 });
    expect(preview.items[0].changes).toEqual(
      expect.arrayContaining([
        { path: 'owner', from: 'user:default/ada', to: 'user:default/cleo' },
      ]),
    );
    expect((await api.get(`/actions/${one.id}`)).body.revision).toBe(1);
    expect(outbox.sent).toEqual([]);

    const result = (await api.post('/actions/bulk', change).expect(200)).body;
    expect(result).toMatchObject({ changed: 2, refused: 2 });
    expect((await api.get(`/actions/${two.id}`)).body).toMatchObject({
      owner: 'user:default/cleo',
      dueDate: day(60),
      dueDateMoves: 1,
    });
    // One notification for all of them.
    expect(outbox.recipients()).toEqual(['user:default/cleo']);

    const many = Array.from({ length: 10_000 }, (_, index) => `a${index}`);
    const refused = await api.post('/actions/bulk', { ...change, ids: many });
    expect(refused.body.error.problems[0]).toMatchObject({
      path: 'ids',
      message: expect.stringContaining('narrow the filter'),
    });
    const nothing = await api.post('/actions/bulk', { ids: [one.id] });
    expect(nothing.status).toBe(422);
  });

  it('of restricted incidents are known to whom those are known, and to their owner', async () => {
    const { api, as } = await start();
    const incident = (
      await api.post('/incidents', {
        title: 'Breach',
        visibility: 'restricted',
      })
    ).body;
    const { id } = await commit(api, { incidentId: incident.id });
    await as('bob').get(`/actions/${id}`).expect(200);
    const cleo = as('cleo');
    await cleo.get(`/actions/${id}`).expect(404);
    expect((await cleo.get('/actions')).body.items).toEqual([]);
    expect((await cleo.get('/actions/report')).body.totals.total).toBe(0);
    await progress(cleo, id, 1, { progress: 10 }).expect(404);
  });
});
