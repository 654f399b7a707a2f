import { createDatabase, databases } from '../../__testUtils__/databases';
import {
  ENTITIES,
  Caller,
  ReviewBackendOptions,
  startReviewBackend,
} from '../../__testUtils__/reviewBackend';
import { nextNotice } from './nextNotice';

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;

const OUTAGE = {
  title: 'Checkout rejects cards',
  participants: [{ role: 'commander', entityRef: 'user:default/dora' }],
  entityRefs: ['component:default/checkout'],
};

/** A review that gathers feedback from dora and the members of payments: ada, bob and cleo. */
async function gather(api: Caller, incident: object = {}, review = {}) {
  const { body } = await api.post('/incidents', { ...OUTAGE, ...incident });
  const created = await api.post('/reviews', {
    incidentIds: [body.id],
    facilitator: 'user:default/dora',
    ...review,
  });
  const url = `/reviews/${created.body.id}`;
  const moved = await api.post(`${url}/transitions`, { to: 'gathering' });
  expect(moved.body.state).toBe('gathering');
  return { url, review: moved.body };
}

const say = (wentWell: string, anonymous = false) => ({
  answers: { wentWell, learnedSomething: true, responseRating: 4 },
  anonymous,
});

describe.each(databases.eachSupportedId())('feedback on %s', databaseId => {
  async function start(options: ReviewBackendOptions = {}) {
    const knex = await createDatabase(databaseId);
    return startReviewBackend({ knex, ...options });
  }

  it('asks everybody behind the participants once, due three days later', async () => {
    const { as, outbox } = await start();
    const { url, review } = await gather(as('ada'));
    expect(outbox.sent).toHaveLength(1);
    expect(outbox.recipients().sort()).toEqual([
      'user:default/ada',
      'user:default/bob',
      'user:default/cleo',
      'user:default/dora',
    ]);
    expect(outbox.sent[0].payload).toMatchObject({
      title: expect.stringContaining('Checkout rejects cards'),
      link: `/incident-learning/reviews/${review.id}/feedback`,
    });
    const due = Date.parse(review.feedbackDueAt) - Date.now();
    expect(Math.round(due / DAY_MS)).toBe(3);
    expect((await as('bob').get(url)).body.waitsForMe).toEqual(['answer']);
    expect((await as('dora').get(url)).body.waitsForMe).toEqual([
      'lead',
      'answer',
    ]);
    const summary = (await as('ada').get(`${url}/feedback`)).body;
    expect(summary).toMatchObject({ asked: 4, answered: 0, waitsForMe: true });
    expect(summary.waitingFor).toHaveLength(4);
  });

  it('asks who is added, forgets who is removed, and stays silent for a portal without notifications', async () => {
    const { as, outbox } = await start({
      onSend: async () => {
        throw new Error('no notifications here');
      },
    });
    const { url, review } = await gather(as('ada'));
    const changed = await as('ada').patch(url, review.revision, {
      participants: [
        { role: 'responder', entityRef: 'user:default/zoe' },
        { role: 'owner', entityRef: 'group:default/payments' },
      ],
    });
    expect(changed.status).toBe(200);
    expect(outbox.sent[1].recipients).toEqual({
      type: 'entity',
      entityRef: ['user:default/zoe'],
    });
    const { body } = await as('ada').get(`${url}/feedback`);
    expect(body.waitingFor).toEqual([
      'user:default/ada',
      'user:default/bob',
      'user:default/cleo',
      'user:default/zoe',
    ]);
  });

  it('keeps named answers, which can be changed', async () => {
    const { as } = await start();
    const { url } = await gather(as('ada'));
    await as('bob').post(`${url}/feedback`, say('The runbook'));
    const again = await as('bob').post(`${url}/feedback`, say('All of it'));
    expect(again.body).toMatchObject({
      asked: 4,
      answered: 1,
      withheld: 0,
      waitsForMe: false,
      waitingFor: [
        'user:default/ada',
        'user:default/cleo',
        'user:default/dora',
      ],
      mine: { by: 'user:default/bob', answers: { wentWell: 'All of it' } },
      answers: [{ by: 'user:default/bob' }],
    });
    const hidden = await as('bob').post(`${url}/feedback`, say('Me', true));
    expect(hidden.status).toBe(409);
    const empty = await as('ada').post(`${url}/feedback`, { answers: {} });
    expect(empty.status).toBe(422);
    const rated = await as('ada').post(`${url}/feedback`, {
      answers: { responseRating: 6 },
    });
    expect(rated.body.error.message).toContain('above 5');
  });

  it('shows anonymous answers from three on, and never whom they are from', async () => {
    const { as } = await start();
    const { url } = await gather(as('ada'));
    await as('dora').post(`${url}/feedback`, say('By name'));
    const first = await as('ada').post(`${url}/feedback`, say('One', true));
    expect(first.body).toMatchObject({
      asked: 4,
      answered: 2,
      waitingFor: [],
      withheld: 1,
      answers: [{ by: 'user:default/dora' }],
    });
    expect(first.body).not.toHaveProperty('mine');
    const second = await as('bob').post(`${url}/feedback`, say('Two', true));
    expect(second.body.withheld).toBe(2);
    expect(JSON.stringify(second.body)).not.toMatch(/One|Two/);
    expect((await as('ada').get(url)).body.waitsForMe).toEqual([]);

    const third = await as('cleo').post(`${url}/feedback`, say('Three', true));
    expect(third.body).toMatchObject({ answered: 4, withheld: 0 });
    const anonymous = third.body.answers.filter(
      (answer: { by?: string }) => answer.by === undefined,
    );
    expect(
      anonymous
        .map((a: { answers: { wentWell: string } }) => a.answers.wentWell)
        .sort(),
    ).toEqual(['One', 'Three', 'Two']);

    const twice = await as('ada').post(`${url}/feedback`, say('Again', true));
    expect(twice.status).toBe(409);
    expect(twice.body.error.message).toContain('answered anonymously');
    const history = JSON.stringify(
      (await as('ada').get(`${url}/history`)).body,
    );
    expect(history).not.toMatch(/feedback|One|Two|Three/);
  });

  it('lets nobody answer who was not asked, nor before or after its time', async () => {
    const { as } = await start();
    const { url } = await gather(as('ada'));
    const stranger = await as('eve').post(`${url}/feedback`, say('Me too'));
    expect(stranger.status).toBe(403);
    expect(stranger.body.error.message).toContain('You were not asked');

    const { body } = await as('ada').post('/incidents', OUTAGE);
    const early = await as('ada').post('/reviews', { incidentIds: [body.id] });
    const earlyUrl = `/reviews/${early.body.id}`;
    const soon = await as('ada').post(`${earlyUrl}/feedback`, say('Soon'));
    expect(soon.body.error.message).toContain('Nobody is asked yet');
    await as('ada').post(`${url}/transitions`, {
      to: 'cancelled',
      reason: 'False alarm',
    });
    const late = await as('ada').post(`${url}/feedback`, say('Late'));
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('cancelled');
  });

  it('takes an answer of a member where the catalog told only the group', async () => {
    const group = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments', namespace: 'default' },
      relations: [{ type: 'hasMember', targetRef: 'user:default/gil' }],
    };
    const others = ENTITIES.filter(({ kind }) => kind === 'User');
    const { as, outbox } = await start({ entities: [group, ...others] });
    const participants = [
      { role: 'owner', entityRef: 'group:default/unknown' },
      { role: 'owner', entityRef: 'group:default/payments' },
    ];
    const { url } = await gather(as('ada'), {}, { participants });
    expect(outbox.recipients()).toEqual([
      'group:default/unknown',
      'user:default/gil',
    ]);
    const { body } = await as('gil').post(`${url}/feedback`, say('Quick'));
    expect(body).toMatchObject({
      asked: 2,
      answered: 1,
      waitingFor: ['group:default/unknown'],
    });
  });

  it('says nothing of a restricted incident in a notification', async () => {
    const { as, outbox } = await start();
    await gather(as('ada'), { visibility: 'restricted' });
    expect(JSON.stringify(outbox.sent)).not.toContain('Checkout');
  });
});

describe('the next notice', () => {
  const settings = {
    dueAfterDays: 3,
    remindBeforeDays: 1,
    remindAfterDays: 1,
    remindEveryDays: 1,
  };
  const due = 3 * DAY_MS;

  it.each([
    ['asked', 0, 2],
    ['reminded before', 2, 4],
    ['reminded after', 4, 5],
    ['then daily', 5, 6],
    ['late before', 2.5, 4],
    ['never twice within a day', 3.75, 4.75],
  ])('%s: day %d, then day %d', (_, now, next) => {
    expect(nextNotice(now * DAY_MS, due, settings)).toBe(next * DAY_MS);
  });

  it('comes daily where nothing is due', () => {
    expect(nextNotice(0, undefined, settings)).toBe(DAY_MS);
  });
});
