import { createDatabase, databases } from '../__testUtils__/databases';
import {
  ReviewBackendOptions,
  startReviewBackend,
} from '../__testUtils__/reviewBackend';
import { CAUSE, startReview } from '../__testUtils__/reviews';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())(
  'parts of a review on %s',
  databaseId => {
    async function start(options: ReviewBackendOptions = {}) {
      const knex = await createDatabase(databaseId);
      return startReviewBackend({ knex, ...options });
    }

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
      expect(taken.body.sections[0]).toMatchObject({
        text: 'Both',
        revision: 2,
      });
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
        nodes: [
          { id: 'a', answer: 'The certificate had expired', cause: true },
        ],
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

    it('keeps markup as text, and refuses what is too long', async () => {
      const { as } = await start();
      const api = as('ada');
      const { url } = await startReview(api);
      const script = '<script>alert(1)</script>\u0000 # Title';
      const saved = await api.put(`${url}/sections/summary`, 0, {
        text: script,
      });
      expect(saved.body.sections[0].text).toContain(
        '<script>alert(1)</script>',
      );
      const long = await api.put(`${url}/sections/summary`, 1, {
        text: 'x'.repeat(2 * 1024 * 1024),
      });
      expect(long.status).toBe(422);
      expect(long.body.error.message).toContain(
        'longer than 100,000 characters',
      );
      const huge = await api.put(`${url}/sections/summary`, 1, {
        text: 'x'.repeat(6 * 1024 * 1024),
      });
      expect(huge.status).toBe(413);
      const kept = (await api.get(url)).body.sections[0];
      expect(kept).toMatchObject({ revision: 1 });
    });
  },
);
