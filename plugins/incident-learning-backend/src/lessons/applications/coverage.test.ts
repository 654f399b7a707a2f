import { createDatabase, databases } from '../../__testUtils__/databases';
import { Caller, startReviewBackend } from '../../__testUtils__/reviewBackend';
import { move as moveAction } from '../../actions/__testUtils__/actions';
import { LANDSCAPE } from '../__testUtils__/landscape';

jest.setTimeout(60_000);

const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())(
  'coverage of lessons on %s',
  databaseId => {
    async function start() {
      const knex = await createDatabase(databaseId);
      const backend = await startReviewBackend({ knex, entities: LANDSCAPE });
      return backend.as('ada');
    }

    async function add(api: Caller, statement: string, appliesTo: string[]) {
      const body = { statement, appliesTo };
      return (await api.post('/lessons', body).expect(201)).body.id as string;
    }

    async function mark(api: Caller, id: string, name: string, body = {}) {
      const input = { entityRef: ref(name), ...body };
      const url = `/lessons/${id}/applications`;
      return (await api.post(url, input).expect(201)).body;
    }

    it('counts the components behind systems and teams, and what was marked besides', async () => {
      const api = await start();
      const id = await add(api, 'Watch expiry dates', [
        'system:default/shop',
        ref('basket'),
        ref('ledger'),
      ]);
      const before = (await api.get(`/lessons/${id}/coverage`)).body;
      expect(before).toMatchObject({ entities: 3, open: 3, n: 3, coverage: 0 });

      await mark(api, id, 'basket');
      const why = { mark: 'not-applicable', note: 'It keeps no dates' };
      await mark(api, id, 'ledger', why);
      await mark(api, id, 'far', { mark: 'planned' });
      const { body } = await api.get(`/lessons/${id}/coverage`);
      expect(body).toMatchObject({
        entities: 4,
        applied: 1,
        notApplicable: 1,
        planned: 1,
        open: 1,
        n: 3,
        coverage: 1 / 3,
      });
      expect(
        body.items.map((item: { entityRef: string; standing: string }) => [
          item.entityRef,
          item.standing,
        ]),
      ).toEqual([
        [ref('checkout'), 'open'],
        [ref('far'), 'planned'],
        [ref('ledger'), 'not-applicable'],
        [ref('basket'), 'applied'],
      ]);
      expect(body.items[2].application).toMatchObject(why);
    });

    it('forgets an entity for which a mark was taken back', async () => {
      const api = await start();
      const id = await add(api, 'Watch expiry dates', [ref('basket')]);
      const far = await mark(api, id, 'far');
      const url = `/lessons/${id}/applications/${far.id}`;
      await api.put(url, 1, { mark: 'open' }).expect(200);
      const { body } = await api.get(`/lessons/${id}/coverage`);
      expect(body).toMatchObject({ entities: 1, open: 1 });
    });

    it('puts what has travelled least first, page by page and by scope', async () => {
      const api = await start();
      const none = await add(api, 'Of nothing', []);
      const whole = await add(api, 'Applied', [ref('basket')]);
      const half = await add(api, 'Half', [ref('basket'), ref('ledger')]);
      const open = await add(api, 'Open', [ref('ledger')]);
      await mark(api, whole, 'basket');
      await mark(api, half, 'basket');

      const first = (await api.get('/lessons/coverage?limit=2')).body;
      expect(first).toMatchObject({
        totalItems: 3,
        withoutEntities: 1,
        truncated: false,
        total: { entities: 4, applied: 2, open: 2, n: 4, coverage: 0.5 },
        items: [
          { lesson: { id: open }, coverage: 0, openRefs: [ref('ledger')] },
          { lesson: { id: half }, coverage: 0.5, openRefs: [ref('ledger')] },
        ],
      });
      const rest = (
        await api.get(`/lessons/coverage?limit=2&cursor=${first.nextCursor}`)
      ).body;
      expect(rest.items).toMatchObject([
        { lesson: { id: whole }, coverage: 1 },
      ]);
      expect(rest).not.toHaveProperty('nextCursor');

      // Payments owns ledger, not basket.
      const team = await api.get(
        '/lessons/coverage?scope=group:default/payments',
      );
      expect(team.body).toMatchObject({
        totalItems: 2,
        total: { entities: 2, open: 2 },
      });
      const some = await api.get(
        `/lessons/coverage?lesson=${half}&lesson=${none}`,
      );
      expect(some.body.items).toMatchObject([{ lesson: { id: half } }]);
      const bad = await api.get('/lessons/coverage?cursor=abc');
      expect(bad.status).toBe(400);
    });

    it('follows what becomes of a plan', async () => {
      const api = await start();
      const id = await add(api, 'Watch expiry dates', [ref('basket')]);
      const { action } = await mark(api, id, 'basket', { mark: 'planned' });
      const counts = async () =>
        (await api.get(`/lessons/${id}/coverage`)).body;
      expect(await counts()).toMatchObject({ planned: 1, open: 0 });
      await moveAction(api, action.id, 1, { to: 'cancelled', reason: 'Dear' });
      expect(await counts()).toMatchObject({ planned: 0, open: 1 });
    });
  },
);
