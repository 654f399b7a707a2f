import { createDatabase, databases } from '../__testUtils__/databases';
import {
  Caller,
  ReviewBackendOptions,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { OUTAGE, move, startReview } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('reviews on %s', databaseId => {
  async function start(options: ReviewBackendOptions = {}) {
    const knex = await createDatabase(databaseId);
    return startReviewBackend({ knex, ...options });
  }

  it('takes title, template and participants from the incident and its owners', async () => {
    const { as } = await start();
    const { review, incident } = await startReview(as('ada'));
    expect(review).toMatchObject({
      title: 'Checkout rejects cards',
      state: 'scheduled',
      templateId: 'standard',
      incidentIds: [incident.id],
      deletedIncidentIds: [],
      participants: [
        { role: 'commander', entityRef: 'user:default/ada' },
        { role: 'owner', entityRef: 'group:default/payments' },
      ],
      waitsForMe: [],
      rootCauses: { revision: 0, items: [] },
    });
    expect(review.sections[0]).toMatchObject({
      id: 'summary',
      required: true,
      text: '',
      revision: 0,
    });
    const marks = await as('ada').get(`/reviews/marks?incident=${incident.id}`);
    expect(marks.body.items).toEqual([
      { incidentId: incident.id, mark: 'in-review', reviewId: review.id },
    ]);
  });

  it('keeps an incident in one open review, and names incidents that do not exist', async () => {
    const { as } = await start();
    const { incident, review, url } = await startReview(as('ada'));
    const again = await as('bob').post('/reviews', {
      incidentIds: [incident.id],
    });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(review.id);

    const unknown = await as('bob').post('/reviews', {
      incidentIds: [incident.id, 'gone'],
      templateId: 'none',
    });
    expect(unknown.status).toBe(422);
    expect(unknown.body.error.problems).toMatchObject([
      { path: 'incidentIds.1' },
    ]);

    const cancelled = await as('ada').post(`${url}/transitions`, {
      to: 'cancelled',
      reason: 'It was a false alarm',
    });
    expect(cancelled.body.cancelReason).toBe('It was a false alarm');
    const another = await as('bob').post('/reviews', {
      incidentIds: [incident.id],
    });
    expect(another.status).toBe(201);
    const late = await as('ada').put(`${url}/sections/summary`, 0, {
      text: 'Too late',
    });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('cancelled');
  });

  it('finds reviews by state, people, age, text and what waits for the caller', async () => {
    const { as } = await start();
    const api = as('ada');
    const first = await startReview(api, { title: '100% of cards rejected' });
    const second = await startReview(api, { facilitator: 'user:default/ada' });
    await api.put(`${first.url}/sections/impact`, 0, { text: 'Ärger überall' });
    await move(api, first.url, 'gathering');
    const found = async (caller: Caller, query: string) => {
      const { body } = await caller.get(`/reviews?${query}`);
      return body.items.map((item: { id: string }) => item.id);
    };
    const both = [second.review.id, first.review.id];
    expect(await found(api, '')).toEqual(both);
    expect(await found(api, 'state=gathering')).toEqual([first.review.id]);
    expect(await found(api, 'facilitator=user:default/ada')).toEqual([
      second.review.id,
    ]);
    expect(await found(api, 'owner=group:default/payments')).toEqual(both);
    expect(await found(api, 'owner=user:default/zoe')).toEqual([]);
    expect(await found(api, 'scope=component:default/checkout')).toEqual(both);
    expect(await found(api, 'scope=component:default/other')).toEqual([]);
    expect(await found(api, `incident=${first.incident.id}`)).toEqual([
      first.review.id,
    ]);
    expect(await found(api, 'text=100%25')).toEqual([first.review.id]);
    expect(await found(api, 'text=%C3%84RGER%20cards')).toEqual([
      first.review.id,
    ]);
    expect(await found(api, 'minAgeDays=1')).toEqual([]);
    expect(await found(api, 'waitsForMe=true')).toEqual(both);
    expect(await found(as('bob'), 'waitsForMe=true')).toEqual([
      first.review.id,
    ]);
    expect(await found(as('bob'), 'waitsForMe=false')).toEqual([
      second.review.id,
    ]);
    const page = (await api.get('/reviews?limit=1&total=true')).body;
    expect(page).toMatchObject({
      totalItems: 2,
      items: [{ waitsForMe: ['lead'], deletedIncidentIds: [] }],
    });
    expect(await found(api, `cursor=${page.nextCursor}`)).toEqual([
      first.review.id,
    ]);
  });

  it('changes who takes part and when, and overwrites nobody', async () => {
    const { as } = await start();
    const api = as('ada');
    const { url, incident } = await startReview(api);
    const other = (await api.post('/incidents', OUTAGE)).body;
    const changed = await api.patch(url, 1, {
      title: 'Two of a kind',
      facilitator: null,
      incidentIds: [other.id, incident.id],
    });
    expect(changed.body).toMatchObject({
      revision: 2,
      title: 'Two of a kind',
      incidentIds: [other.id, incident.id],
    });
    expect(changed.body).not.toHaveProperty('facilitator');
    const stale = await api.patch(url, 1, { title: 'Mine' });
    expect(stale.status).toBe(412);
    expect(stale.body.error.current).toMatchObject({
      revision: 2,
      title: 'Two of a kind',
    });
    const gathering = await api.post(`${url}/transitions`, { to: 'gathering' });
    expect(gathering.body.error.problems[0].path).toBe('facilitator');
    const taken = await api.post('/reviews', { incidentIds: [other.id] });
    expect(taken.status).toBe(409);
  });

  it('counts business days alone where the portal says so', async () => {
    const { as } = await start({ reviews: { businessDays: true } });
    const friday = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
    while (friday.getUTCDay() !== 5) {
      friday.setTime(friday.getTime() - DAY_MS);
    }
    const { id } = (
      await as('ada').post('/incidents', {
        ...OUTAGE,
        status: 'resolved',
        resolvedAt: friday.toISOString(),
      })
    ).body;
    const { items } = (await as('ada').get(`/reviews?incident=${id}`)).body;
    expect(items).toMatchObject([
      {
        createdBy: 'plugin:incident-learning',
        scheduledFor: new Date(friday.getTime() + 4 * DAY_MS).toISOString(),
      },
    ]);
  });

  it('reads its settings, and says which one is wrong', async () => {
    const { as } = await start({
      reviews: {
        templates: [
          {
            id: 'grave',
            title: 'Grave incidents',
            severities: ['high'],
            sections: [{ id: 'story', title: 'Story', required: true }],
          },
        ],
      },
    });
    const { review } = await startReview(as('ada'));
    expect(review).toMatchObject({
      templateId: 'grave',
      sections: [{ id: 'story' }],
    });
    const templates = await as('ada').get('/reviews/templates');
    expect(templates.body.items).toMatchObject([
      { id: 'grave' },
      { id: 'standard' },
    ]);
    await expect(
      start({ reviews: { facilitators: 'payments' } }),
    ).rejects.toThrow(
      /incidentLearning.reviews.facilitators is no full entity/,
    );
  });
});
