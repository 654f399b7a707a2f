import { createDatabase, databases } from '../__testUtils__/databases';
import {
  ReviewBackendOptions,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { move, startReview, writeAll } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('publication on %s', databaseId => {
  async function start(options: ReviewBackendOptions = {}) {
    const knex = await createDatabase(databaseId);
    return startReviewBackend({ knex, ...options });
  }

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
});
