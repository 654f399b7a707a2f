import { databases } from '../__testUtils__/databases';
import {
  commit,
  day,
  move,
  progress,
  startActions,
} from './__testUtils__/actions';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'lists of actions on %s',
  databaseId => {
    const start = () => startActions(databaseId);

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
      expect(await ids(`dueFrom=${day(10)}&dueTo=${day(20)}`)).toEqual([
        mine.id,
      ]);

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
  },
);
