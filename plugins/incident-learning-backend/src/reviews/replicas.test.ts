import knexFactory, { Knex } from 'knex';
import { createDatabase, databases } from '../__testUtils__/databases';
import {
  createOutbox,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;
const SCHEDULE = 'incident-learning-schedule-reviews';
const REMIND = 'incident-learning-remind-participants';
const FACILITATORS = { facilitators: 'group:default/payments' };

describe.each(databases.eachSupportedId())('two replicas on %s', databaseId => {
  const pools: Knex[] = [];

  /** A second connection of its own; SQLite in memory has but one. */
  function another(knex: Knex): Knex {
    if (databaseId === 'SQLITE_3') {
      return knex;
    }
    const pool = knexFactory(knex.client.config);
    pools.push(pool);
    return pool;
  }

  afterEach(async () => {
    await Promise.all(pools.splice(0).map(pool => pool.destroy()));
  });

  async function startBoth(reviews: object = FACILITATORS) {
    const knex = await createDatabase(databaseId);
    const outbox = createOutbox();
    const one = await startReviewBackend({ knex, outbox, reviews });
    const two = await startReviewBackend({
      knex: another(knex),
      outbox,
      reviews,
    });
    return {
      knex,
      outbox,
      api: one.as('dora'),
      /** As if no scheduler kept them from running at the same time. */
      runBoth: (task: string) =>
        Promise.all([
          one.scheduler.triggerTask(task),
          two.scheduler.triggerTask(task),
        ]),
    };
  }

  const ended = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * DAY_MS).toISOString();

  /** As imported: nobody's write schedules at once. */
  async function importIncidents(
    api: Awaited<ReturnType<typeof startBoth>>['api'],
    incidents: object[],
  ) {
    const { body } = await api.post(
      '/incidents/import?format=incident',
      incidents.map((incident, i) => ({
        status: 'resolved',
        source: { system: 'pager', id: String(i) },
        ...incident,
      })),
    );
    expect(body.created).toBe(incidents.length);
    return body.rows.map((row: { id: string }) => row.id);
  }

  it('schedule one review for each incident that needs one, led in turn', async () => {
    const { api, runBoth } = await startBoth({
      ...FACILITATORS,
      neededFor: { severities: ['critical', 'high'] },
    });
    const needed = {
      severity: 'high',
      entityRefs: ['component:default/checkout'],
    };
    const at = ended(1);
    await importIncidents(api, [
      {
        ...needed,
        title: 'First',
        resolvedAt: ended(3),
        closedAt: at,
        participants: [
          { role: 'Incident commander', entityRef: 'user:default/ada' },
        ],
      },
      { ...needed, title: 'Second', resolvedAt: ended(0.9) },
      { ...needed, title: 'Third', resolvedAt: ended(0.8) },
      { ...needed, title: 'Fourth', resolvedAt: ended(0.7) },
      { ...needed, title: 'Open', status: 'open', resolvedAt: at },
      { ...needed, title: 'Long ago', resolvedAt: ended(15) },
      { ...needed, title: 'Rehearsal', drill: true, resolvedAt: at },
      { title: 'Light', severity: 'low', resolvedAt: at },
      { ...needed, title: 'Without an end' },
    ]);
    await runBoth(SCHEDULE);
    await runBoth(SCHEDULE);
    const { items } = (await api.get('/reviews')).body;
    const byTitle = Object.fromEntries(
      items.map((item: { title: string }) => [item.title, item]),
    );
    expect(items).toHaveLength(4);
    expect(byTitle.First).toMatchObject({
      state: 'scheduled',
      createdBy: 'plugin:incident-learning',
      scheduledFor: new Date(Date.parse(at) + 2 * DAY_MS).toISOString(),
      participants: [
        { role: 'Incident commander', entityRef: 'user:default/ada' },
        { role: 'owner', entityRef: 'group:default/payments' },
      ],
    });
    expect(byTitle.First.facilitator).not.toBe('user:default/ada');
    const turns = items.map((i: { facilitator: string }) => i.facilitator);
    expect(new Set(turns).size).toBe(3);
  });

  it('never schedule what was cancelled, or is in a review by hand', async () => {
    const { api, runBoth } = await startBoth();
    const [cancelled, byHand] = await importIncidents(api, [
      { title: 'Cancelled', resolvedAt: ended(1) },
      { title: 'By hand', resolvedAt: ended(1) },
    ]);
    const review = (await api.post('/reviews', { incidentIds: [cancelled] }))
      .body;
    await api.post(`/reviews/${review.id}/transitions`, {
      to: 'cancelled',
      reason: 'Nothing to learn',
    });
    await api.post('/reviews', { incidentIds: [byHand] });
    await runBoth(SCHEDULE);
    expect((await api.get('/reviews')).body.items).toHaveLength(2);
    const marks = await api.get(
      `/reviews/marks?incident=${cancelled}&incident=${byHand}`,
    );
    expect(
      marks.body.items.map(({ mark }: { mark: string }) => mark).sort(),
    ).toEqual(['in-review', 'not-needed']);
  });

  it('schedule at once when a person resolves an incident', async () => {
    const { api, runBoth } = await startBoth();
    const { id } = (await api.post('/incidents', { title: 'Outage' })).body;
    const open = await api.get(`/reviews/marks?incident=${id}`);
    expect(open.body.items).toEqual([{ incidentId: id, mark: 'needs-review' }]);
    await api.patch(`/incidents/${id}`, 1, {
      status: 'resolved',
      resolvedAt: ended(0.1),
    });
    const { items } = (await api.get(`/reviews?incident=${id}`)).body;
    expect(items).toHaveLength(1);
    await runBoth(SCHEDULE);
    expect((await api.get('/reviews')).body.items).toHaveLength(1);
  });

  it('send each reminder once, to those who have not answered', async () => {
    const { api, knex, outbox, runBoth } = await startBoth();
    const incident = (
      await api.post('/incidents', {
        title: 'Outage',
        entityRefs: ['component:default/checkout'],
        participants: [{ role: 'commander', entityRef: 'user:default/dora' }],
      })
    ).body;
    const review = (
      await api.post('/reviews', {
        incidentIds: [incident.id],
        facilitator: 'user:default/dora',
      })
    ).body;
    const url = `/reviews/${review.id}`;
    await api.post(`${url}/transitions`, { to: 'gathering' });
    const members = ['ada', 'bob', 'cleo'].map(name => `user:default/${name}`);
    expect(outbox.recipients().sort()).toEqual([
      ...members,
      'user:default/dora',
    ]);
    await api.post(`${url}/feedback`, {
      answers: { wentWell: 'We noticed' },
      anonymous: true,
    });

    outbox.sent.length = 0;
    await runBoth(REMIND);
    expect(outbox.sent).toEqual([]);
    for (let reminder = 0; reminder < 2; reminder++) {
      outbox.sent.length = 0;
      await knex('feedback_requests')
        .whereNotNull('next_notice_at')
        .update({ next_notice_at: 1 });
      await runBoth(REMIND);
      await runBoth(REMIND);
      expect(outbox.recipients().sort()).toEqual(members);
      expect(outbox.sent[0].payload.title).toContain('still wanted');
    }

    outbox.sent.length = 0;
    await api.post(`${url}/transitions`, { to: 'cancelled', reason: 'Enough' });
    await knex('feedback_requests').update({ next_notice_at: 1 });
    await runBoth(REMIND);
    expect(outbox.sent).toEqual([]);
  });

  it('keep an incident in one open review, and feedback apart from who gave it', async () => {
    const { api, knex } = await startBoth();
    const { id } = (await api.post('/incidents', { title: 'Outage' })).body;
    const both = await Promise.all(
      ['a', 'b'].map(title =>
        api.post('/reviews', {
          incidentIds: [id],
          title,
          facilitator: 'user:default/dora',
          participants: [{ role: 'owner', entityRef: 'user:default/dora' }],
        }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const review = both.find(({ status }) => status === 201)?.body;
    const url = `/reviews/${review.id}`;
    await api.post(`${url}/transitions`, { to: 'gathering' });
    await api.post(`${url}/feedback`, {
      answers: { wentWell: 'Secret' },
      anonymous: true,
    });
    const [answer] = await knex('feedback_answers');
    expect(answer).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
      review_id: review.id,
      author: null,
      answers: JSON.stringify({ wentWell: 'Secret' }),
    });
    const [asked] = await knex('feedback_requests');
    expect(Object.keys(asked).sort()).toEqual([
      'answered',
      'entity_ref',
      'next_notice_at',
      'notices',
      'review_id',
    ]);
    expect(asked.next_notice_at).toBeNull();
  });
});
