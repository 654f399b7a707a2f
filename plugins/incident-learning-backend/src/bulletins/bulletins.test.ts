import {
  Bulletin,
  bulletinSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { start } from '../__testUtils__/portal';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { move as moveReview, writeAll } from '../__testUtils__/reviews';
import { setTime } from '../__testUtils__/time';
import {
  commit,
  move as moveAction,
  progress,
} from '../actions/__testUtils__/actions';
import { declare, publishAt } from './__testUtils__/weeks';

jest.setTimeout(120_000);

afterEach(() => {
  jest.useRealTimers();
});

const read = async (api: Caller, query = ''): Promise<Bulletin> =>
  (await api.get(`/bulletin?${query}`).expect(200)).body;

function counts(bulletin: Bulletin) {
  const { lessons, reviews, verified, overdue, patterns } = bulletin;
  return [lessons, reviews, verified, overdue, patterns].map(
    section => section?.count,
  );
}

describe.each(databases.eachSupportedId())('bulletins on %s', databaseId => {
  async function startBackend() {
    const knex = await createDatabase(databaseId);
    return startReviewBackend({ knex });
  }

  it('tell what a week taught, to the organisation and to groups', async () => {
    const { as } = await startBackend();
    const api = as('ada');
    // The week 47 of 2026 is from the 16th to the 22nd of November.
    const before = await publishAt(api, '2026-11-15T23:59:00Z');
    const review = await publishAt(api, '2026-11-18T10:00:00Z');
    const late = await commit(api, {
      title: 'Late until Tuesday',
      dueDate: '2026-11-20',
    });
    const kept = await commit(api, {
      title: 'Verified',
      owner: 'group:default/payments',
      dueDate: '2026-11-25',
    });
    await progress(api, kept.id, 1, { progress: 100 }).expect(200);
    await moveAction(api, kept.id, 2, {
      to: 'verified',
      verification: { how: 'test', evidence: 'Seen' },
    }).expect(200);
    setTime('2026-11-24T12:00:00Z');
    await progress(api, late.id, 1, { progress: 100 }).expect(200);

    const week = await read(api);
    expect(bulletinSchema.parse(week)).toEqual(week);
    expect(week).toMatchObject({
      week: '2026-W47',
      currentWeek: '2026-W48',
      scope: 'org',
      from: '2026-11-16T00:00:00.000Z',
      to: '2026-11-23T00:00:00.000Z',
      reviews: { items: [{ id: review }] },
      lessons: {
        items: [{ statement: 'Watch expiry dates', reviewId: review }],
      },
      verified: { items: [{ title: 'Verified', how: 'test' }] },
      // As it was when the week ended, though it is done by now.
      overdue: {
        items: [
          {
            id: late.id,
            title: 'Late until Tuesday',
            dueDate: '2026-11-20',
            daysLate: 3,
            newlyOverdue: true,
          },
        ],
      },
    });
    expect(counts(week)).toEqual([1, 1, 1, 1, 0]);
    const earlier = await read(api, 'week=2026-W46');
    expect(earlier.reviews?.items).toMatchObject([{ id: before }]);
    expect(counts(earlier)).toEqual([1, 1, 0, 0, 0]);
    expect(counts(await read(api, 'week=2026-W48'))).toEqual([0, 0, 0, 0, 0]);

    const group = (name: string) =>
      read(api, `week=2026-W47&scope=group:default/${name}`);
    expect(counts(await group('payments'))).toEqual([1, 1, 1, 1, 0]);
    expect(counts(await group('commerce'))).toEqual([1, 1, 1, 1, 0]);
    expect(counts(await group('other'))).toEqual([0, 0, 0, 0, 0]);
    const mine = await read(api, 'week=2026-W47&scope=mine');
    expect(mine.groups).toEqual(['group:default/payments']);
    expect(counts(mine)).toEqual([1, 1, 1, 1, 0]);
    const none = await read(as('dora'), 'week=2026-W47&scope=mine');
    expect([none.groups, counts(none)]).toEqual([[], [0, 0, 0, 0, 0]]);

    // A lesson is told where it is said to apply, too.
    const [{ id }] = week.lessons?.items ?? [];
    const applies = { appliesTo: ['component:default/ledger'] };
    const { revision } = (await api.get(`/lessons/${id}`)).body;
    await api.patch(`/lessons/${id}`, revision, applies).expect(200);
    const ledger = await read(
      api,
      'week=2026-W47&scope=component:default/ledger',
    );
    expect(counts(ledger)).toEqual([1, 0, 0, 0, 0]);
  });

  it('call new what has its second incident in the week and was no pattern before', async () => {
    const { as } = await startBackend();
    const api = as('ada');
    const kind = (category: string, ...services: string[]) => ({
      category,
      attackVector: 'deployment',
      entityRefs: services.map(name => `component:default/${name}`),
    });
    setTime('2026-11-24T12:00:00Z');
    // Its second in the week, across services.
    await declare(api, '2026-03-01T00:00:00Z', kind('new', 'checkout'));
    await declare(api, '2026-11-16T00:00:00Z', kind('new', 'ledger'));
    // Both in the week, at one service.
    await declare(api, '2026-11-17T00:00:00Z', kind('twice', 'ledger'));
    await declare(api, '2026-11-22T23:59:59Z', kind('twice', 'ledger'));
    // A pattern already; only one; and one whose second comes a week later.
    for (const at of ['2026-05-01', '2026-06-01', '2026-11-18']) {
      await declare(api, `${at}T00:00:00Z`, kind('old', 'checkout'));
    }
    await declare(api, '2026-11-18T00:00:00Z', kind('once', 'checkout'));
    await declare(api, '2026-11-18T00:00:00Z', kind('later', 'checkout'));
    await declare(api, '2026-11-23T00:00:00Z', kind('later', 'checkout'));
    // Once a pattern, longer ago than the look-back: it is one anew.
    for (const at of ['2024-05-01', '2024-06-01', '2026-11-18', '2026-11-19']) {
      await declare(api, `${at}T00:00:00Z`, kind('again', 'checkout'));
    }
    // Drills make no pattern.
    const drill = { ...kind('drill', 'checkout'), drill: true };
    await declare(api, '2026-11-18T00:00:00Z', drill);
    await declare(api, '2026-11-19T00:00:00Z', drill);

    const { patterns } = await read(api, 'week=2026-W47');
    expect(patterns?.count).toBe(3);
    expect(patterns?.items.map(({ category }) => category)).toEqual([
      'twice',
      'again',
      'new',
    ]);
    expect(patterns?.items[2]).toMatchObject({
      attackVector: 'deployment',
      count: 2,
      firstAt: '2026-03-01T00:00:00.000Z',
      serviceCount: 2,
    });
    const next = await read(api, 'week=2026-W48');
    expect(next.patterns?.items).toMatchObject([{ category: 'later' }]);
    const own = await read(api, 'week=2026-W47&scope=group:default/payments');
    expect(own.patterns?.items).toMatchObject([{ category: 'again' }]);
  });

  it('hold nothing that their reader may not know, and to be passed on nothing restricted', async () => {
    const { as } = await startBackend();
    const api = as('ada');
    setTime('2026-11-18T10:00:00Z');
    const restricted = { visibility: 'restricted', title: 'Breach' };
    const kind = { category: 'leak', attackVector: 'phishing' };
    const incidentId = await declare(api, '2026-11-17T00:00:00Z', {
      ...restricted,
      ...kind,
      participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
      timeline: [{ at: '2026-11-17T00:00:00Z', event: 'A key was seen' }],
    });
    await declare(api, '2026-11-18T00:00:00Z', { ...restricted, ...kind });
    const started = await api.post('/reviews', {
      incidentIds: [incidentId],
      facilitator: 'user:default/cleo',
    });
    const review = started.body;
    const url = `/reviews/${review.id}`;
    await writeAll(api, url, review.id);
    await moveReview(
      api,
      url,
      'gathering',
      'drafting',
      'in-review',
      'published',
    );
    await commit(api, {
      title: 'Rotate the key',
      incidentId,
      dueDate: '2026-11-19',
    });
    setTime('2026-11-24T10:00:00Z');

    expect(counts(await read(api, 'week=2026-W47'))).toEqual([1, 1, 0, 1, 1]);
    // Bob owns the action and no more.
    expect(counts(await read(as('bob'), 'week=2026-W47'))).toEqual([
      0, 0, 0, 1, 0,
    ]);
    expect(counts(await read(as('dora'), 'week=2026-W47'))).toEqual([
      0, 0, 0, 0, 0,
    ]);
    const { text, headers } = await api
      .get('/bulletin?week=2026-W47&format=markdown')
      .expect(200);
    expect(headers['content-type']).toContain('text/markdown');
    expect(headers['content-disposition']).toContain(
      'bulletin-whole-organisation-2026-W47.md',
    );
    expect(text).toContain('# Learning bulletin: whole organisation, week 47');
    expect(text).not.toMatch(/Rotate|Watch expiry|Breach|leak/i);
  });
});

describe('bulletins', () => {
  it('say what is wrong with a question, and are for those who may read incidents', async () => {
    const api = await start();
    const base = '/api/incident-learning/bulletin';
    for (const [query, message] of [
      ['week=2025-W53', /week.*is no week that there is/],
      ['week=now', /week.*such as 2026-W47/],
      ['scope=us', /scope.*neither org, mine nor an entity ref/],
      ['format=pdf', /format/],
    ] as const) {
      const { status, body } = await api.get(`${base}?${query}`);
      expect([query, status]).toEqual([query, 400]);
      expect(body.error.message).toMatch(message);
    }
    const denied = await start({ deny: true });
    await denied.get(base).expect(403);
    await denied
      .put(`${base}/following`)
      .send({ scopes: ['org'] })
      .expect(403);
  });
});
