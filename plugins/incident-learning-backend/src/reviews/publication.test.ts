import { createDatabase, databases } from '../__testUtils__/databases';
import {
  ReviewBackendOptions,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { OUTAGE, move, startReview, writeAll } from '../__testUtils__/reviews';

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

  it('exports the report as a file that can do no harm', async () => {
    const { as } = await start();
    const api = as('ada');
    const { review, url } = await startReview(api);
    await writeAll(api, url, review.id);
    await api.put(`${url}/sections/impact`, 0, {
      text: 'Nobody <script>alert(1)</script> noticed',
    });
    await move(api, url, 'gathering', 'drafting', 'in-review', 'published');
    const markdown = await api.get(`${url}/report?format=markdown`);
    expect(markdown.status).toBe(200);
    expect(markdown.headers['content-type']).toMatch('text/markdown');
    expect(markdown.text).toContain('Checkout rejects cards');
    const html = await api.get(`${url}/report?format=html`);
    expect(html.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="review-${review.id}-v1.html"`,
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    });
    expect(html.text).toContain('Watch expiry dates');
    expect(html.text).not.toContain('<script');
  });

  it('keeps a restricted incident from those whom it does not concern, even once it is deleted', async () => {
    const { as } = await start();
    const [ada, eve] = [as('ada'), as('eve')];
    const secret = (
      await ada.post('/incidents', { ...OUTAGE, visibility: 'restricted' })
    ).body;
    const open = (await ada.post('/incidents', OUTAGE)).body;
    const reviewed = async (incidentIds: string[]) => {
      const facilitator = 'user:default/ada';
      const { id } = (await ada.post('/reviews', { incidentIds, facilitator }))
        .body;
      await writeAll(ada, `/reviews/${id}`, id);
      const states = ['gathering', 'drafting', 'in-review', 'published'];
      await move(ada, `/reviews/${id}`, ...states);
      return id;
    };
    const hidden = await reviewed([secret.id]);
    const mixed = await reviewed([secret.id, open.id]);

    const check = async () => {
      await eve.get(`/reviews/${hidden}`).expect(404);
      await eve.get(`/reviews/${hidden}/report`).expect(404);
      await eve.get(`/reviews/${hidden}/feedback`).expect(404);
      const list = (await eve.get('/reviews?total=true')).body;
      expect(list).toMatchObject({ items: [{ id: mixed }], totalItems: 1 });
      const lessons = (await eve.get('/lessons')).body.items;
      expect(lessons).toMatchObject([{ reviewId: mixed }]);
      const report = (await eve.get(`/reviews/${mixed}/report`)).body;
      expect(report.incidents).toMatchObject([{ id: open.id }]);
    };
    await check();
    const review = (await eve.get(`/reviews/${mixed}`)).body;
    expect(review.incidentIds).toEqual([open.id]);
    const all = (await ada.get(`/reviews/${mixed}/report`)).body.incidents;
    expect(all).toHaveLength(2);
    const marks = await eve.get(`/reviews/marks?incident=${secret.id}`);
    expect(marks.body.items).toEqual([]);

    await ada.delete(`/incidents/${secret.id}`, 1).expect(204);
    await check();
  });
});
