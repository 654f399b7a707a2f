import {
  KpiId,
  metricsSchema,
  rootCauseSeriesSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { CAUSE, OUTAGE, move } from '../__testUtils__/reviews';
import { setTime } from '../__testUtils__/time';

jest.setTimeout(120_000);

const YEAR = '?from=2024-01-01&to=2025-01-01';
const [WHO] = OUTAGE.participants;

async function record(api: Caller, incident: object): Promise<string> {
  const { body } = await api.post('/incidents', { ...OUTAGE, ...incident });
  return body.id;
}

/** A review of incidents on its way to publication. */
async function gather(api: Caller, incidentIds: string[]): Promise<string> {
  const { body } = await api.post('/reviews', {
    incidentIds,
    facilitator: 'user:default/dora',
    participants: ['ada', 'bob', 'cleo', 'dora'].map(name => ({
      ...WHO,
      entityRef: `user:default/${name}`,
    })),
  });
  await move(api, `/reviews/${body.id}`, 'gathering');
  return body.id;
}

async function publish(
  api: Caller,
  reviewId: string,
  { at, causes }: { at: string; causes: object[] },
) {
  const url = `/reviews/${reviewId}`;
  await api.put(`${url}/sections/summary`, 0, { text: 'It was down.' });
  await api.put(`${url}/root-causes`, 0, { items: causes });
  await api.post('/lessons', { statement: 'Watch expiry dates', reviewId });
  setTime(at);
  await move(api, url, 'drafting', 'in-review', 'published');
}

const answer = (learnedSomething?: boolean, wouldAttendAgain?: boolean) => ({
  answers: { wentWell: 'All', learnedSomething, wouldAttendAgain },
});

async function figures(api: Caller, query = YEAR) {
  const response = await api.get(`/metrics${query}`);
  expect(response.body.error).toBeUndefined();
  const { kpis } = metricsSchema.parse(response.body);
  return (id: KpiId) => {
    const kpi = kpis.find(one => one.id === id);
    return { n: kpi?.n, value: kpi?.value, missing: kpi?.missing };
  };
}

async function rootCauses(api: Caller, query = YEAR) {
  const response = await api.get(`/metrics/root-causes${query}`);
  return rootCauseSeriesSchema.parse(response.body);
}

describe.each(databases.eachSupportedId())('metrics of reviews on %s', id => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('answers the figures of reviews, as worked by hand', async () => {
    setTime('2024-06-28T00:00:00Z');
    const { as } = await startReviewBackend({
      knex: await createDatabase(id),
      reviews: {
        holidays: ['2024-07-04'],
        neededFor: { severities: ['critical', 'high'] },
      },
    });
    const ada = as('ada');
    const first = await record(ada, { resolvedAt: '2024-06-28T12:00:00Z' });
    const second = await record(ada, {
      entityRefs: ['component:default/refunds'],
      resolvedAt: '2024-06-29T00:00:00Z',
      closedAt: '2024-07-01T12:00:00Z',
    });
    const drill = await record(ada, {
      drill: true,
      closedAt: '2024-07-05T00:00:00Z',
    });
    const endless = await record(ada, {});
    const light = await record(ada, { severity: 'low' });

    const shared = await gather(ada, [first, second, drill]);
    const lone = await gather(ada, [endless, light]);
    const practice = await record(ada, { drill: true });
    const rehearsal = await gather(ada, [practice]);
    for (const [name, ...said] of [
      ['ada', true, true],
      ['bob', false, true],
      ['cleo', true, undefined],
    ] as const) {
      const post = await as(name).post(
        `/reviews/${shared}/feedback`,
        answer(...said),
      );
      expect(post.status).toBe(200);
    }
    for (const name of ['ada', 'bob']) {
      await as(name).post(`/reviews/${lone}/feedback`, answer(false, false));
    }

    const before = await figures(ada);
    expect(before('review-completion-rate')).toMatchObject({ n: 3, value: 0 });
    expect(before('time-to-review')).toMatchObject({ n: 0, missing: 0 });

    const technical = { ...CAUSE, id: 'technical', type: 'technical' };
    await publish(ada, shared, {
      at: '2024-07-08T12:00:00Z',
      causes: [CAUSE, technical],
    });
    await publish(ada, lone, { at: '2024-08-01T00:00:00Z', causes: [CAUSE] });
    await publish(ada, rehearsal, {
      at: '2024-08-02T00:00:00Z',
      causes: [technical],
    });

    const org = await figures(ada);
    // Of the three grave ones, two in the first review and one in the second.
    expect(org('review-completion-rate')).toMatchObject({ n: 3, value: 1 });
    expect(org('root-cause-identification-rate')).toMatchObject({
      n: 3,
      value: 1,
    });
    // From Monday noon: half of it, Tuesday, Wednesday, not the holiday, Friday, and half of the next Monday.
    expect(org('time-to-review')).toMatchObject({ n: 1, value: 4, missing: 1 });
    expect(org('feedback-learned-something')).toMatchObject({
      n: 3,
      value: 2 / 3,
    });
    // Two answered in either review, which would give away what they said.
    expect(org('feedback-would-attend-again')).toMatchObject({ n: 0 });

    const none = { technical: 0, process: 0, human: 0, organizational: 0 };
    expect(await rootCauses(ada)).toMatchObject({
      reviews: 2,
      counts: { ...none, technical: 1, process: 2 },
      previous: { reviews: 0, counts: none },
      series: [
        { start: '2024-07-01T00:00:00.000Z', reviews: 1 },
        {
          start: '2024-08-01T00:00:00.000Z',
          reviews: 1,
          counts: { ...none, process: 1 },
        },
      ],
    });

    const scope = '&scope=component:default/refunds';
    const refunds = await figures(ada, `${YEAR}${scope}`);
    expect(refunds('review-completion-rate')).toMatchObject({ n: 1, value: 1 });
    // The whole review, whose last incident is that one.
    expect(refunds('time-to-review')).toMatchObject({ n: 1, value: 4 });
    expect((await rootCauses(ada, `${YEAR}${scope}`)).reviews).toBe(1);
    const july = '?from=2024-07-01&to=2024-08-01';
    expect((await rootCauses(ada, july)).reviews).toBe(1);
  });

  it('rests on the report that stands while it is amended, and on its first publication', async () => {
    setTime('2024-06-28T00:00:00Z');
    const knex = await createDatabase(id);
    const { as } = await startReviewBackend({ knex });
    const ada = as('ada');
    const incident = await record(ada, { closedAt: '2024-07-01T00:00:00Z' });
    const review = await gather(ada, [incident]);
    await publish(ada, review, { at: '2024-07-03T00:00:00Z', causes: [CAUSE] });
    const url = `/reviews/${review}`;
    setTime('2024-07-30T00:00:00Z');
    await ada.post(`${url}/transitions`, { to: 'drafting', reason: 'A typo' });
    await ada.put(`${url}/root-causes`, 1, { items: [] });

    const amending = await figures(ada);
    expect(amending('root-cause-identification-rate').value).toBe(1);
    expect(amending('review-completion-rate').value).toBe(1);

    const human = { ...CAUSE, type: 'human' };
    await ada.put(`${url}/root-causes`, 2, { items: [human] });
    await move(ada, url, 'in-review', 'published');
    const amended = await figures(ada);
    expect(amended('time-to-review')).toMatchObject({ n: 1, value: 2 });
    expect(await rootCauses(ada)).toMatchObject({
      reviews: 1,
      counts: { human: 1, process: 0 },
      series: [{ start: '2024-07-01T00:00:00.000Z' }],
    });
  });

  it('counts what only some may know for these alone', async () => {
    setTime('2024-06-28T00:00:00Z');
    const { as } = await startReviewBackend({ knex: await createDatabase(id) });
    const ada = as('ada');
    const [hidden, open] = [
      await record(ada, {
        visibility: 'restricted',
        closedAt: '2024-07-02T00:00:00Z',
      }),
      await record(ada, { closedAt: '2024-07-01T00:00:00Z' }),
    ];
    const secret = await record(ada, { visibility: 'restricted' });
    await publish(ada, await gather(ada, [hidden, open]), {
      at: '2024-07-03T00:00:00Z',
      causes: [CAUSE],
    });
    await publish(ada, await gather(ada, [secret]), {
      at: '2024-07-04T00:00:00Z',
      causes: [CAUSE],
    });

    const own = await figures(ada);
    expect(own('time-to-review')).toMatchObject({
      n: 1,
      value: 1,
      missing: 1,
    });
    expect((await rootCauses(ada)).reviews).toBe(2);
    const stranger = await figures(as('zoe'));
    // By the one incident that they may know of.
    expect(stranger('time-to-review')).toMatchObject({
      n: 1,
      value: 2,
      missing: 0,
    });
    expect(stranger('review-completion-rate')).toMatchObject({
      n: 1,
      value: 1,
    });
    expect((await rootCauses(as('zoe'))).reviews).toBe(1);
  });
});
