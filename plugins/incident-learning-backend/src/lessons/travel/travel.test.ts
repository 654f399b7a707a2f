import { createDatabase, databases } from '../../__testUtils__/databases';
import { Caller, startReviewBackend } from '../../__testUtils__/reviewBackend';
import { move, writeAll } from '../../__testUtils__/reviews';
import { LANDSCAPE } from '../__testUtils__/landscape';

jest.setTimeout(60_000);

const ref = (name: string) => `component:default/${name}`;

interface Item {
  lesson: { id: string; statement: string };
  score: number;
  reasons: { kind: string }[];
  application?: object;
}

const EXPIRY = { category: 'certificate', attackVector: 'expired certificate' };

describe.each(databases.eachSupportedId())(
  'travel of lessons on %s',
  databaseId => {
    async function start() {
      const knex = await createDatabase(databaseId);
      const options = { knex, entities: LANDSCAPE };
      const backend = await startReviewBackend(options);
      return { ...backend, knex, api: backend.as('ada') };
    }

    async function add(api: Caller, statement: string, rest: object = {}) {
      const body = { statement, ...rest };
      return (await api.post('/lessons', body).expect(201)).body.id as string;
    }

    /** A published lesson of an incident. */
    async function learn(api: Caller, title: string, incident: object) {
      const { id } = (
        await api.post('/incidents', {
          title,
          severity: 'high',
          timeline: [{ at: '2024-01-10T09:00:00Z', event: 'Alarms went off' }],
          ...incident,
        })
      ).body;
      const { body: review } = await api.post('/reviews', {
        incidentIds: [id],
        facilitator: 'user:default/dora',
        participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
      });
      const url = `/reviews/${review.id}`;
      await writeAll(api, url, review.id);
      await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
      const { items } = (await api.get(`/lessons?review=${review.id}`)).body;
      return { incidentId: id as string, lessonId: items[0].id as string };
    }

    async function find(api: Caller, query: string) {
      const { status, body } = await api.get(`/lessons/for?${query}`);
      expect(status).toBe(200);
      const items = new Map<string, Item>(
        body.items.map((item: Item) => [item.lesson.id, item]),
      );
      return { body, items, order: [...items.keys()] };
    }

    it('follows the relations of the catalog two steps, and says by which way', async () => {
      const { api } = await start();
      const own = await add(api, 'Own', { appliesTo: [ref('basket')] });
      const near = await add(api, 'Near', { appliesTo: [ref('ledger')] });
      const far = await add(api, 'Far', { appliesTo: [ref('vault')] });
      const shop = await add(api, 'Shop', { appliesTo: [ref('checkout')] });
      const type = await add(api, 'Type', { appliesTo: [ref('far')] });
      const tag = await add(api, 'Tag', { appliesTo: [ref('tagged')] });
      const tagged = await add(api, 'Tagged', { tags: ['Java'] });
      await add(api, 'Of no concern', { appliesTo: [ref('rates')] });

      const { body, items, order } = await find(
        api,
        `entityRef=${ref('basket')}`,
      );
      expect(body).toMatchObject({ entityRef: ref('basket'), totalItems: 7 });
      expect(order.slice(0, 4)).toEqual([own, near, far, shop]);
      expect(order[6]).toBe(type);
      expect(items.get(own)?.reasons).toMatchObject([
        { kind: 'own', entityRef: ref('basket'), link: 'applies-to' },
      ]);
      expect(items.get(far)).toMatchObject({
        score: expect.closeTo(0.48),
        reasons: [
          {
            kind: 'depends-on',
            entityRef: ref('vault'),
            path: [
              { relation: 'dependsOn', entityRef: ref('ledger') },
              { relation: 'dependsOn', entityRef: ref('vault') },
            ],
          },
        ],
      });
      expect(items.get(shop)?.reasons).toMatchObject([
        { kind: 'system', shared: ['system:default/shop'] },
      ]);
      expect(items.get(tag)?.reasons).toMatchObject([
        { kind: 'tags', shared: ['java'], entityRef: ref('tagged') },
      ]);
      expect(items.get(tagged)?.reasons).toMatchObject([
        { kind: 'tags', shared: ['java'] },
      ]);

      // The other way round, and past an API to who provides it.
      const vault = await find(api, `entityRef=${ref('vault')}`);
      expect(vault.items.get(own)?.reasons).toMatchObject([
        { kind: 'dependency-of', entityRef: ref('basket') },
      ]);
      const checkout = await find(api, `entityRef=${ref('checkout')}`);
      expect(checkout.order).toHaveLength(3);
      const system = await find(api, 'entityRef=system:default/shop');
      expect(system.order.sort()).toEqual([own, shop].sort());
    });

    it('finds what incidents of the same kind taught elsewhere, once for all reasons', async () => {
      const { api } = await start();
      const { lessonId } = await learn(api, 'Ledger certificate expired', {
        ...EXPIRY,
        entityRefs: [ref('ledger')],
      });
      await api.post('/incidents', {
        title: 'Basket certificate expired',
        ...EXPIRY,
        entityRefs: [ref('basket')],
      });
      const { items } = await find(api, `entityRef=${ref('basket')}`);
      expect(items.get(lessonId)?.reasons).toMatchObject([
        { kind: 'depends-on', entityRef: ref('ledger'), link: 'incident' },
        { kind: 'pattern', shared: ['certificate', 'expired certificate'] },
      ]);
      expect(items.get(lessonId)?.score).toBeCloseTo(1 - 0.2 * 0.3);
    });

    it('offers what similar incidents taught, not what the incident itself did', async () => {
      const { api } = await start();
      const before = await learn(api, 'Ledger certificate expired', {
        ...EXPIRY,
        entityRefs: [ref('ledger')],
      });
      const now = await learn(api, 'Rates certificate expired', {
        ...EXPIRY,
        entityRefs: [ref('rates')],
      });
      const { body, items, order } = await find(
        api,
        `incident=${now.incidentId}`,
      );
      expect(body.entityRef).toBe(ref('rates'));
      expect(order).toEqual([before.lessonId]);
      expect(items.get(before.lessonId)?.reasons[0]).toMatchObject({
        kind: 'pattern',
      });
      expect(items.get(before.lessonId)?.reasons[1]).toMatchObject({
        kind: 'similar-incident',
        incident: {
          id: before.incidentId,
          title: 'Ledger certificate expired',
        },
      });
      await api.get('/lessons/for?incident=gone').expect(404);
    });

    it('shows what is marked below what is not', async () => {
      const { api } = await start();
      const done = await add(api, 'Done', { appliesTo: [ref('basket')] });
      const open = await add(api, 'Open', { appliesTo: [ref('tagged')] });
      const entityRef = ref('basket');
      await api.post(`/lessons/${done}/applications`, { entityRef });
      const { items, order } = await find(api, `entityRef=${entityRef}`);
      expect(order).toEqual([open, done]);
      expect(items.get(done)?.application).toMatchObject({
        standing: 'applied',
      });
      // Where it was applied, others can learn.
      const ledger = await find(api, `entityRef=${ref('ledger')}`);
      expect(ledger.items.get(done)?.reasons).toMatchObject([
        { kind: 'dependency-of', entityRef },
      ]);
    });

    it('shows nothing of what is being written, or of what few may know', async () => {
      const { api, as } = await start();
      const { incidentId, lessonId } = await learn(api, 'Breach', {
        ...EXPIRY,
        entityRefs: [ref('ledger')],
      });
      await api
        .patch(`/incidents/${incidentId}`, 1, { visibility: 'restricted' })
        .expect(200);
      const query = `entityRef=${ref('ledger')}`;
      expect((await find(api, query)).order).toEqual([lessonId]);
      const hidden = await find(as('eve'), query);
      expect(hidden.body).toMatchObject({ items: [], totalItems: 0 });

      const { body: review } = await api.post('/reviews', {
        incidentIds: [
          (await api.post('/incidents', { title: 'Open' })).body.id,
        ],
        facilitator: 'user:default/dora',
      });
      await api.post('/lessons', {
        statement: 'Not yet',
        reviewId: review.id,
        appliesTo: [ref('basket')],
      });
      expect((await find(api, `entityRef=${ref('basket')}`)).order).toEqual([
        lessonId,
      ]);
    });

    it('asks for one of entity and incident', async () => {
      const { api } = await start();
      for (const query of ['', 'entityRef=basket']) {
        const { status, body } = await api.get(`/lessons/for?${query}`);
        expect(status).toBe(400);
        expect(body.error.message).toMatch(/entityRef/);
      }
      const unknown = await find(api, `entityRef=${ref('nothing')}`);
      expect(unknown.body).toMatchObject({ items: [], totalItems: 0 });
    });
  },
);
