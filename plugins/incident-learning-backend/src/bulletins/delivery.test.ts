import { BulletinFollowing } from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { start } from '../__testUtils__/portal';
import {
  createOutbox,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { setTime } from '../__testUtils__/time';
import { declare, publishAt } from './__testUtils__/weeks';

jest.setTimeout(120_000);

const SEND = 'incident-learning-send-bulletins';

afterEach(() => {
  jest.useRealTimers();
});

describe.each(databases.eachSupportedId())('bulletins sent on %s', id => {
  async function startTwo() {
    const knex = await createDatabase(id);
    const outbox = createOutbox();
    let down = false;
    const onSend = async () => {
      if (down) {
        throw new Error('No notifications');
      }
    };
    const options = { knex, outbox, onSend };
    const one = await startReviewBackend(options);
    const two = await startReviewBackend(options);
    return {
      as: one.as,
      knex,
      setDown: (value: boolean) => {
        down = value;
      },
      /** Both replicas look at once, then one of them again. */
      async sendAt(at: string) {
        setTime(at);
        outbox.sent.length = 0;
        await Promise.all(
          [one, two].map(({ scheduler }) => scheduler.triggerTask(SEND)),
        );
        await one.scheduler.triggerTask(SEND);
        return new Map(
          outbox.sent.map(({ recipients, payload }) => [
            (recipients as { entityRef: string }).entityRef,
            payload,
          ]),
        );
      },
      outbox,
      follow: (name: string, ...scopes: string[]) =>
        one.as(name).put('/bulletin/following', 0, { scopes }).expect(200),
    };
  }

  it('come once a week to each who follows, with counts of what all may know', async () => {
    const { as, follow, sendAt, outbox } = await startTwo();
    setTime('2026-11-16T09:00:00Z');
    const { body } = await follow('ada', 'org', 'mine', 'org');
    expect(body as BulletinFollowing).toEqual({
      scopes: ['org', 'mine'],
      delivery: { day: 'monday', hour: 8, timeZone: 'UTC' },
    });
    await follow('dora', 'mine');
    await follow('bob', 'group:default/payments');
    await follow('bob');
    await publishAt(as('ada'), '2026-11-18T10:00:00Z');
    const secret = {
      visibility: 'restricted',
      category: 'leak',
      attackVector: 'phishing',
    };
    await declare(as('ada'), '2026-11-17T00:00:00Z', secret);
    await declare(as('ada'), '2026-11-18T00:00:00Z', secret);

    expect(await sendAt('2026-11-23T07:59:59Z')).toEqual(new Map());
    const sent = await sendAt('2026-11-23T08:00:00Z');
    expect([...sent.keys()]).toEqual(['user:default/ada']);
    expect(outbox.sent).toHaveLength(1);
    expect(sent.get('user:default/ada')).toEqual({
      title:
        'Learning bulletin of week 47 of 2026: 1 new lesson, 1 published review',
      description: [
        'Whole organisation: 1 new lesson, 1 published review.',
        'My groups: 1 new lesson, 1 published review.',
        'What is restricted is not counted here.',
      ].join('\n'),
      link: '/incident-learning/bulletin?week=2026-W47',
      topic: 'Learning bulletin',
      scope: 'incident-learning:bulletin:2026-W47',
    });

    // Not again that week, and whoever follows from now on waits for the next.
    await follow('cleo', 'org');
    expect((await sendAt('2026-11-29T23:00:00Z')).size).toBe(0);
    // An empty week is told to nobody.
    expect((await sendAt('2026-11-30T08:00:00Z')).size).toBe(0);
    await publishAt(as('ada'), '2026-12-01T10:00:00Z');
    const next = await sendAt('2026-12-08T15:00:00Z');
    expect([...next.keys()].sort()).toEqual([
      'user:default/ada',
      'user:default/cleo',
    ]);
  });

  it('are sent later when they could not be, and go on with what was followed since', async () => {
    const { as, follow, sendAt, setDown, knex } = await startTwo();
    setTime('2026-11-16T09:00:00Z');
    await follow('ada', 'group:default/payments');
    await publishAt(as('ada'), '2026-11-18T10:00:00Z');
    setDown(true);
    await sendAt('2026-11-23T08:00:00Z');
    expect(await knex('bulletin_deliveries')).toEqual([]);
    setDown(false);
    const sent = await sendAt('2026-11-23T08:15:00Z');
    expect(sent.get('user:default/ada')?.link).toBe(
      '/incident-learning/bulletin?week=2026-W47&scope=group%3Adefault%2Fpayments',
    );
    // Deliveries are forgotten long after their week.
    await sendAt('2027-03-01T08:15:00Z');
    const weeks = await knex('bulletin_deliveries').select('week');
    expect(weeks).toEqual([{ week: '2027-W08' }]);
  });
});

describe('bulletins sent', () => {
  it('refuse what nobody can follow, and settings that are wrong', async () => {
    const api = await start();
    const url = '/api/incident-learning/bulletin/following';
    for (const [scopes, message] of [
      [['us'], /neither org, mine nor an entity ref/],
      [
        Array.from({ length: 21 }, (_, n) => `component:default/c${n}`),
        /more than 20/,
      ],
    ] as const) {
      const { status, body } = await api.put(url).send({ scopes });
      expect(status).toBe(422);
      expect(JSON.stringify(body.error.problems)).toMatch(message);
    }
    await expect(
      start({ config: { bulletin: { day: 'someday', hour: 24 } } }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(
        /bulletin\.day is none of monday.*bulletin\.hour is above 23/,
      ),
    });
  });
});
