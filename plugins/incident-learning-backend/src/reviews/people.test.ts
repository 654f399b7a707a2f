import { createDatabase, databases } from '../__testUtils__/databases';
import { startReviewBackend } from '../__testUtils__/reviewBackend';
import { OUTAGE, startReview } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const SECRET = {
  ...OUTAGE,
  title: 'Somebody copied the customer list',
  visibility: 'restricted',
  entityRefs: ['component:default/vault'],
  participants: [],
};

describe.each(databases.eachSupportedId())(
  'people of reviews on %s',
  databaseId => {
    async function start(reviews: object = {}) {
      const knex = await createDatabase(databaseId);
      return startReviewBackend({ knex, reviews });
    }

    it('know the incidents of their review, for as long as they are in it', async () => {
      const { as } = await start();
      const eve = as('eve');
      const incident = (await eve.post('/incidents', SECRET)).body;
      const review = (
        await eve.post('/reviews', {
          incidentIds: [incident.id],
          facilitator: 'user:default/dora',
          participants: [
            { role: 'witness', entityRef: 'group:default/payments' },
          ],
        })
      ).body;
      for (const name of ['dora', 'bob', 'eve']) {
        const seen = await as(name).get(`/reviews/${review.id}`);
        expect(seen.body).toMatchObject({ incidentIds: [incident.id] });
        const list = await as(name).get('/reviews?total=true');
        expect(list.body.totalItems).toBe(1);
        expect((await as(name).get(`/incidents/${incident.id}`)).status).toBe(
          200,
        );
      }
      const outside = as('mallory');
      expect((await outside.get(`/reviews/${review.id}`)).status).toBe(404);
      expect((await outside.get(`/incidents/${incident.id}`)).status).toBe(404);

      const changed = await as('dora').patch(
        `/reviews/${review.id}`,
        review.revision,
        { participants: [] },
      );
      expect(changed.status).toBe(200);
      expect((await as('bob').get(`/reviews/${review.id}`)).status).toBe(404);
      expect((await as('bob').get(`/incidents/${incident.id}`)).status).toBe(
        404,
      );
    });

    it('are let in only by those who know all that the review is about', async () => {
      const { as } = await start();
      const secret = (await as('eve').post('/incidents', SECRET)).body;
      const { incident, url, review } = await startReview(as('ada'));
      const joined = await as('eve').patch(url, review.revision, {
        incidentIds: [incident.id, secret.id],
      });
      expect(joined.body.incidentIds).toEqual([incident.id, secret.id]);

      const mallory = as('mallory');
      const seen = (await mallory.get(url)).body;
      expect(seen.incidentIds).toEqual([incident.id]);
      const self = { role: 'guest', entityRef: 'user:default/mallory' };
      for (const patch of [
        { participants: [...seen.participants, self] },
        { facilitator: 'user:default/bob' },
      ]) {
        const refused = await mallory.patch(url, seen.revision, patch);
        expect(refused.status).toBe(403);
        expect(refused.body.error.message).toContain('ask its facilitator');
      }
      const title = await mallory.patch(url, seen.revision, {
        title: 'Cards rejected',
        participants: seen.participants,
      });
      expect(title.status).toBe(200);
      const letIn = await as('ada').patch(url, title.body.revision, {
        participants: [...seen.participants, self],
      });
      expect(letIn.status).toBe(200);
      expect((await mallory.get(url)).body.incidentIds).toEqual([
        incident.id,
        secret.id,
      ]);
    });

    it('lead a restricted incident’s review by turn only where they know it already', async () => {
      const { as } = await start({ facilitators: 'group:default/payments' });
      const eve = as('eve');
      const ended = {
        status: 'resolved',
        resolvedAt: new Date().toISOString(),
        detectedAt: new Date().toISOString(),
      };
      const leaderOf = async (incident: object) => {
        const { body } = await eve.post('/incidents', {
          ...SECRET,
          ...ended,
          ...incident,
        });
        const { items } = (await eve.get(`/reviews?incident=${body.id}`)).body;
        expect(items).toHaveLength(1);
        return items[0].facilitator;
      };
      expect(await leaderOf({})).toBeUndefined();
      expect(
        await leaderOf({
          participants: [{ role: 'responder', entityRef: 'user:default/cleo' }],
        }),
      ).toBe('user:default/cleo');
      expect(
        await leaderOf({ entityRefs: ['component:default/checkout'] }),
      ).toBe('user:default/ada');
      expect(await leaderOf({ visibility: 'internal' })).toBe(
        'user:default/bob',
      );
    });

    it('are in the catalog when they are to lead', async () => {
      const { as } = await start();
      const { url, review, incident } = await startReview(as('ada'));
      const gone = { facilitator: 'user:default/gone' };
      const patched = await as('ada').patch(url, review.revision, gone);
      const created = await as('ada').post('/reviews', {
        incidentIds: [incident.id],
        ...gone,
      });
      for (const { status, body } of [patched, created]) {
        expect(status).toBe(422);
        expect(body.error.problems).toEqual([
          {
            path: 'facilitator',
            message: expect.stringContaining('name somebody who is there'),
          },
        ]);
      }
    });
  },
);
