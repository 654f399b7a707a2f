import { createDatabase, databases } from '../testing/databases';
import {
  Caller,
  ReviewBackendOptions,
  startReviewBackend,
} from '../testing/reviewBackend';

jest.setTimeout(60_000);

const OUTAGE = {
  title: 'Checkout rejects cards',
  severity: 'high',
  entityRefs: ['component:default/checkout'],
  detectedAt: '2024-01-10T09:00:00Z',
  participants: [{ role: 'commander', entityRef: 'user:default/ada' }],
  timeline: [{ at: '2024-01-10T09:00:00Z', event: 'Alarms went off' }],
};

const CAUSE = {
  id: 'expired',
  statement: 'Nobody is told when a certificate is about to expire',
  type: 'process',
  role: 'primary',
  evidence: [{ text: 'The calendar entry belonged to somebody who had left' }],
};

async function startReview(api: Caller, input: object = {}) {
  const incident = (await api.post('/incidents', OUTAGE)).body;
  const created = await api.post('/reviews', {
    incidentIds: [incident.id],
    facilitator: 'user:default/dora',
    ...input,
  });
  expect(created.status).toBe(201);
  return { incident, review: created.body, url: `/reviews/${created.body.id}` };
}

async function move(api: Caller, url: string, ...states: string[]) {
  for (const to of states) {
    const moved = await api.post(`${url}/transitions`, { to });
    expect(moved.body).toMatchObject({ state: to });
  }
}

async function writeAll(api: Caller, url: string, reviewId: string) {
  await api.put(`${url}/sections/summary`, 0, { text: 'It was down.' });
  await api.put(`${url}/root-causes`, 0, { items: [CAUSE] });
  await api.post('/lessons', { statement: 'Watch expiry dates', reviewId });
  await api.post('/actions', { title: 'Alert on expiry', reviewId });
}

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

  it('lets two people write different sections, and tells the second to write the same one', async () => {
    const { as } = await start();
    const { url } = await startReview(as('ada'));
    const [one, two] = await Promise.all([
      as('ada').put(`${url}/sections/summary`, 0, { text: 'Mine' }),
      as('bob').put(`${url}/sections/impact`, 0, { text: 'Theirs' }),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);

    const stale = await as('bob').put(`${url}/sections/summary`, 0, {
      text: 'Also mine',
    });
    expect(stale.status).toBe(412);
    expect(stale.body.error.current).toMatchObject({
      id: 'summary',
      text: 'Mine',
      revision: 1,
      updatedBy: 'user:default/ada',
    });
    const taken = await as('bob').put(`${url}/sections/summary`, 1, {
      text: 'Both',
    });
    expect(taken.body.sections[0]).toMatchObject({ text: 'Both', revision: 2 });
    expect(taken.body.revision).toBe(1);

    const unknown = await as('bob').put(`${url}/sections/colour`, 0, {
      text: '',
    });
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('summary, impact');
    const history = await as('ada').get(`${url}/history`);
    expect(history.body.items[0]).toMatchObject({
      by: 'user:default/bob',
      changes: [{ path: 'sections.summary', from: 'Mine', to: 'Both' }],
    });
    expect(history.body.items.at(-1).operation).toBe('created');
  });

  it('takes root causes from analyses, and keeps a cause whose node is gone', async () => {
    const { as } = await start();
    const api = as('ada');
    const { url } = await startReview(api);
    const analysis = {
      kind: 'five-whys',
      problem: 'Cards were rejected',
      nodes: [{ id: 'a', answer: 'The certificate had expired', cause: true }],
    };
    const created = await api.post(`${url}/analyses`, {
      title: 'Why it expired',
      analysis,
    });
    expect(created.status).toBe(201);
    const { id: analysisId } = created.body;

    const dangling = await api.put(`${url}/root-causes`, 0, {
      items: [CAUSE, { ...CAUSE, from: { analysisId, nodeId: 'b' } }],
    });
    expect(dangling.status).toBe(422);
    expect(
      dangling.body.error.problems.map((p: { path: string }) => p.path),
    ).toEqual(['items.1.id', 'items.1.from']);
    const from = { analysisId, nodeId: 'a' };
    const saved = await api.put(`${url}/root-causes`, 0, {
      items: [{ ...CAUSE, from }],
    });
    expect(saved.body.rootCauses).toMatchObject({
      revision: 1,
      items: [{ id: 'expired', from, factors: [] }],
    });
    const stale = await api.put(`${url}/root-causes`, 0, { items: [] });
    expect(stale.body.error).toMatchObject({
      name: 'PreconditionFailedError',
      current: { revision: 1, items: [{ id: 'expired' }] },
    });

    const other = await api.patch(`/analyses/${analysisId}`, 1, {
      analysis: { kind: 'timeline', events: [] },
    });
    expect(other.body.error.problems[0].path).toBe('analysis.kind');
    await api
      .patch(`/analyses/${analysisId}`, 1, {
        analysis: { ...analysis, nodes: [] },
      })
      .expect(200);
    const after = (await api.get(url)).body.rootCauses;
    expect(after.revision).toBe(2);
    expect(after.items[0]).not.toHaveProperty('from');
    await api.delete(`/analyses/${analysisId}`, 1).expect(412);
    await api.delete(`/analyses/${analysisId}`, 2).expect(204);
    expect((await api.get(`${url}/analyses`)).body.items).toEqual([]);
  });

  it('publishes with nothing missing, freezes the report, and amends it', async () => {
    const { as } = await start();
    const api = as('ada');
    const { review, url, incident } = await startReview(api);
    const early = await api.post(`${url}/transitions`, { to: 'published' });
    expect(early.status).toBe(422);
    expect(early.body.error.message).toContain(
      'a review that is scheduled can only become gathering or cancelled',
    );
    await move(api, url, 'gathering', 'drafting');
    const empty = await api.get(`${url}/missing?to=in-review`);
    expect(empty.body.items.map((m: { path: string }) => m.path)).toEqual([
      'sections.summary',
    ]);
    await api.put(`${url}/sections/summary`, 0, { text: 'It was down.' });
    await move(api, url, 'in-review');
    const { id: actionId } = (
      await api.post('/actions', {
        title: 'Renew by itself',
        status: 'open',
        reviewId: review.id,
      })
    ).body;
    const refused = await api.post(`${url}/transitions`, { to: 'published' });
    expect(
      refused.body.error.problems.map((p: { path: string }) => p.path),
    ).toEqual(['rootCauses', 'lessons', `actions.${actionId}`]);
    await api.get(`${url}/report`).expect(404);

    await api.patch(`/actions/${actionId}`, 1, { status: 'idea' });
    await writeAll(api, url, review.id);
    await move(api, url, 'published');
    const report = (await api.get(`${url}/report`)).body;
    expect(report).toMatchObject({
      version: 1,
      title: 'Checkout rejects cards',
      publishedBy: 'user:default/ada',
      changed: [],
      incidents: [{ id: incident.id, severity: 'high' }],
      rootCauses: [{ id: 'expired' }],
      lessons: [{ publishedAt: expect.any(String) }],
      actions: [{ title: 'Renew by itself' }, { title: 'Alert on expiry' }],
    });
    expect(report.sections[0]).toEqual({
      id: 'summary',
      title: 'Summary',
      text: 'It was down.',
    });
    const lessons = await api.get(`/lessons?review=${review.id}`);
    const [lesson] = lessons.body.items;
    expect(lesson.publishedAt).toBe(report.publishedAt);

    for (const late of [
      api.put(`${url}/sections/summary`, 1, { text: 'Late' }),
      api.put(`${url}/root-causes`, 1, { items: [] }),
      api.patch(url, 5, { title: 'Late' }),
      api.post(`${url}/analyses`, {
        title: 'Late',
        analysis: { kind: 'timeline' },
      }),
      api.post('/lessons', { statement: 'Late', reviewId: review.id }),
      api.patch(`/lessons/${lesson.id}`, 1, { statement: 'Late' }),
      api.delete(`/lessons/${lesson.id}`, 1),
    ]) {
      const response = await late;
      expect(response.status).toBe(409);
      expect(response.body.error.message).toMatch(/published/);
    }
    const owned = await api.patch(`/lessons/${lesson.id}`, 1, {
      owner: 'user:default/bob',
    });
    expect(owned.status).toBe(200);

    const unreasoned = await api.post(`${url}/transitions`, { to: 'drafting' });
    expect(unreasoned.body.error.problems[0].path).toBe('reason');
    const amended = await api.post(`${url}/transitions`, {
      to: 'drafting',
      reason: 'The cause was deeper',
    });
    expect(amended.body).toMatchObject({
      state: 'drafting',
      publishedVersion: 1,
      amendReason: 'The cause was deeper',
    });
    await api.put(`${url}/sections/impact`, 0, { text: 'Few noticed.' });
    await move(api, url, 'in-review', 'published');
    const second = (await api.get(`${url}/report`)).body;
    expect(second).toMatchObject({
      version: 2,
      amendReason: 'The cause was deeper',
      changed: ['sections.impact', 'lessons'],
    });
    expect((await api.get(`${url}/report?version=1`)).body).toEqual(report);
    await api.get(`${url}/report?version=3`).expect(404);
  });

  it('keeps a review and its report when an incident is deleted', async () => {
    const { as } = await start();
    const api = as('ada');
    const { review, url, incident } = await startReview(api);
    await writeAll(api, url, review.id);
    await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
    await api.delete(`/incidents/${incident.id}`, 1).expect(204);
    expect((await api.get(url)).body).toMatchObject({
      incidentIds: [],
      deletedIncidentIds: [incident.id],
    });
    const report = (await api.get(`${url}/report`)).body;
    expect(report.incidents).toMatchObject([{ id: incident.id }]);
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

  it('keeps markup as text, and refuses what is too long', async () => {
    const { as } = await start();
    const api = as('ada');
    const { url } = await startReview(api);
    const script = '<script>alert(1)</script>\u0000 # Title';
    const saved = await api.put(`${url}/sections/summary`, 0, { text: script });
    expect(saved.body.sections[0].text).toContain('<script>alert(1)</script>');
    const long = await api.put(`${url}/sections/summary`, 1, {
      text: 'x'.repeat(2 * 1024 * 1024),
    });
    expect(long.status).toBe(422);
    expect(long.body.error.message).toContain('longer than 100,000 characters');
    const huge = await api.put(`${url}/sections/summary`, 1, {
      text: 'x'.repeat(6 * 1024 * 1024),
    });
    expect(huge.status).toBe(413);
    const kept = (await api.get(url)).body.sections[0];
    expect(kept).toMatchObject({ revision: 1 });
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
    ).rejects.toThrow(/incidentLearning.reviews.facilitators is no full entity/);
  });
});
