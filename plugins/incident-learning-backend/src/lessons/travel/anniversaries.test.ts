import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  Caller,
  createOutbox,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';
import { move, writeAll } from '../../__testUtils__/reviews';
import { LANDSCAPE } from '../__testUtils__/landscape';

jest.setTimeout(60_000);

const OWNED = { owner: 'user:default/bob' };
const REMIND = 'incident-learning-remind-owners';

/** The same day and hour of another year, so many days before. */
function ago(years: number, days = 0): string {
  const date = new Date(Date.now() - days * 86_400_000);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.toISOString();
}

describe.each(databases.eachSupportedId())(
  'anniversaries on %s',
  databaseId => {
    async function start(lessons?: object) {
      const knex = await createDatabase(databaseId);
      const outbox = createOutbox();
      const options = { knex, outbox, entities: LANDSCAPE, lessons };
      const one = await startReviewBackend(options);
      const two = await startReviewBackend(options);
      const remind = async () => {
        outbox.sent.length = 0;
        await knex('action_digests').delete();
        await Promise.all(
          [one, two].map(({ scheduler }) => scheduler.triggerTask(REMIND)),
        );
        return new Map(
          outbox.sent.map(({ recipients, payload }) => [
            (recipients as { entityRef: string }).entityRef,
            payload,
          ]),
        );
      };
      return { api: one.as('ada'), as: one.as, outbox, remind };
    }

    /** A published lesson of an incident. */
    async function learn(api: Caller, incident: object, statement: string) {
      const { body } = await api.post('/incidents', {
        title: `Of “${statement}”`,
        severity: 'critical',
        entityRefs: ['component:default/basket'],
        timeline: [{ at: '2024-01-10T09:00:00Z', event: 'Alarms went off' }],
        ...incident,
      });
      const { body: review } = await api.post('/reviews', {
        incidentIds: [body.id],
        facilitator: 'user:default/ada',
        participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
      });
      const url = `/reviews/${review.id}`;
      await writeAll(api, url, review.id);
      const [lesson] = (await api.get(`/lessons?review=${review.id}`)).body
        .items;
      await api
        .patch(`/lessons/${lesson.id}`, 1, { statement, ...OWNED })
        .expect(200);
      await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
      return lesson.id as string;
    }

    async function list(api: Caller, query = '') {
      const { body } = await api.get(`/lessons/anniversaries${query}`);
      return body.items;
    }

    it('bring lessons of grave incidents back after a year, for a week', async () => {
      const { api, as } = await start();
      const today = await learn(api, { detectedAt: ago(1) }, 'Today.');
      const week = await learn(api, { detectedAt: ago(1, 6) }, 'This week.');
      await learn(api, { detectedAt: ago(1, 8) }, 'Last week.');
      await learn(api, { detectedAt: ago(2) }, 'Two years.');
      const harmless = { detectedAt: ago(1), severity: 'low' };
      await learn(api, harmless, 'Harmless.');
      await learn(api, { detectedAt: ago(1), drill: true }, 'A drill.');
      const vague = { occurredAt: ago(1), precision: { occurredAt: 'year' } };
      await learn(api, vague, 'Some day of that year.');

      expect(await list(api)).toMatchObject([
        {
          lesson: { id: today, statement: 'Today.' },
          years: 1,
          incident: {
            title: 'Of “Today.”',
            severity: 'critical',
            entityRefs: ['component:default/basket'],
          },
          mine: false,
        },
        { lesson: { id: week } },
      ]);
      // Bob owns the lesson, dora what it happened to.
      for (const name of ['bob', 'dora']) {
        expect(await list(as(name), '?mine=true')).toHaveLength(2);
      }
      expect(await list(api, '?mine=true')).toEqual([]);
    });

    it('stand in the digest of those whom they concern, once', async () => {
      const { api, remind, outbox } = await start();
      await learn(api, { detectedAt: ago(1) }, 'Watch expiry dates.');
      await learn(api, { detectedAt: ago(1, 1) }, 'Yesterday.');
      const digests = await remind();
      expect([...digests.keys()].sort()).toEqual([
        'user:default/bob',
        'user:default/dora',
      ]);
      expect(outbox.sent).toHaveLength(2);
      expect(digests.get('user:default/bob')).toMatchObject({
        title: '1 lesson comes back',
        description:
          'A year ago, “Of “Watch expiry dates.”” taught: Watch expiry dates. Does it still hold?',
        link: expect.stringMatching(/^\/incident-learning\/lessons\/.+/),
      });
    });

    it('of a restricted incident are for the owners of what it hit', async () => {
      const { api, as, remind } = await start();
      const restricted = { detectedAt: ago(1), visibility: 'restricted' };
      await learn(api, restricted, 'Rotate keys.');
      expect([...(await remind()).keys()]).toEqual(['user:default/dora']);
      expect(await list(as('eve'))).toEqual([]);
      expect(await list(as('dora'))).toHaveLength(1);
    });

    it('come after as many years, and of the severities, that are configured', async () => {
      const { api } = await start({
        anniversaries: { years: [1, 2], severities: ['low'] },
      });
      const low = { severity: 'low' };
      await learn(api, { ...low, detectedAt: ago(2) }, 'Two years.');
      await learn(api, { detectedAt: ago(1) }, 'Critical.');
      expect(await list(api)).toMatchObject([
        { lesson: { statement: 'Two years.' }, years: 2 },
      ]);
      await expect(start({ anniversaries: { years: [0] } })).rejects.toThrow(
        /lessons\.anniversaries\.years\.0 is below 1/,
      );
    });
  },
);
