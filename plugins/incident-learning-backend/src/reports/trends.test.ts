import {
  TrendReport,
  trendReportSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { createDatabase, databases } from '../__testUtils__/databases';
import { Caller, startReviewBackend } from '../__testUtils__/reviewBackend';
import { move, startReview, writeAll } from '../__testUtils__/reviews';

jest.setTimeout(120_000);

const HALF_YEAR = 'from=2024-01-01&to=2024-07-01';
const URL = `/reports/trends?${HALF_YEAR}`;

const expiry = { category: 'certificate', attackVector: 'expiry' };

/** Three services with one pattern; a service hit three times; and one before the period. */
async function record(api: Caller) {
  const declare = (incident: object) =>
    api.post('/incidents', { title: 'Something', ...incident }).expect(201);
  for (const [name, day] of [
    ['ledger', '2024-02-01'],
    ['gateway', '2024-02-02'],
    ['portal', '2024-02-03'],
    ['portal', '2024-03-03'],
    ['portal', '2024-04-03'],
  ]) {
    await declare({
      ...expiry,
      severity: 'high',
      entityRefs: [`component:default/${name}`],
      detectedAt: `${day}T00:00:00Z`,
    });
  }
  await declare({
    category: '=cmd|calc',
    kind: 'security',
    detectedAt: '2024-05-01T00:00:00Z',
  });
  await declare({ ...expiry, drill: true, detectedAt: '2024-05-01T00:00:00Z' });
  await declare({ ...expiry, detectedAt: '2023-08-01T00:00:00Z' });
}

function ofRule(report: TrendReport, rule: string) {
  return report.findings.filter(finding => finding.rule === rule);
}

describe.each(databases.eachSupportedId())(
  'trend reports on %s',
  databaseId => {
    it('tell totals, findings that the figures carry, and what follows from them', async () => {
      const knex = await createDatabase(databaseId);
      const api = (await startReviewBackend({ knex })).as('ada');
      await record(api);

      const { body } = await api.get(URL).expect(200);
      expect(trendReportSchema.parse(body)).toEqual(body);
      const report = body as TrendReport;
      expect(report).toMatchObject({
        scope: 'org',
        previousFrom: '2023-07-03T00:00:00.000Z',
        totals: {
          incidents: { count: 6, previous: 1 },
          kinds: {
            security: { count: 1, previous: 0 },
            operational: { count: 5, previous: 1 },
          },
          unassigned: { count: 1, previous: 1 },
          reviewsPublished: { count: 0, previous: 0 },
        },
        categories: [
          { category: 'certificate', count: 5, previous: 1 },
          { category: '=cmd|calc', count: 1, previous: 0 },
        ],
        categoryCount: 2,
        effectiveness: { committed: 0, done: 0, overdue: 0 },
      });
      expect(report.severities[1]).toEqual({
        severity: 'high',
        count: 5,
        previous: 0,
      });

      // Six incidents carry no verdict, so nothing is said to have changed.
      expect(ofRule(report, 'kpi-improved')).toEqual([]);
      expect(ofRule(report, 'kpi-worsened')).toEqual([]);
      expect(ofRule(report, 'target-missed')).toEqual([]);
      expect(ofRule(report, 'recurring-signature')).toMatchObject([
        {
          n: 3,
          text: 'portal had 3 incidents of one kind (certificate · expiry).',
        },
      ]);
      const [crossing] = ofRule(report, 'crossing-pattern');
      expect(crossing).toMatchObject({
        n: 5,
        text: '3 services share a pattern (certificate · expiry, 5 incidents); no lesson applies to any of them.',
        link: '/incident-learning/incidents?from=2024-01-01&until=2024-06-30&drill=false&category=certificate&attackVector=expiry',
      });
      const advice = report.recommendations.find(({ because }) =>
        because.includes(crossing.id),
      );
      expect(advice).toMatchObject({ rule: 'write-lesson' });
      expect(advice?.text).toContain('portal, gateway and ledger');
      const known = new Set(report.findings.map(({ id }) => id));
      for (const { because } of report.recommendations) {
        expect(because.length).toBeGreaterThan(0);
        expect(because.every(id => known.has(id))).toBe(true);
      }

      // The rows behind a finding are as many as it says.
      const listed = report.findings.filter(({ link }) =>
        link.startsWith('/incident-learning/incidents?'),
      );
      const rows = [];
      for (const { rule, link } of listed) {
        const query = link
          .split('?')[1]
          .replace('until=2024-06-30', 'to=2024-07-01');
        const { body: list } = await api.get(`/incidents?${query}&total=true`);
        rows.push([rule, list.totalItems]);
      }
      expect(rows).toEqual(
        listed.map(({ rule, figures }) => [rule, figures[0].value]),
      );
      expect(rows.length).toBeGreaterThan(3);
    });

    it('point at the lesson to share, and count what was learned', async () => {
      const knex = await createDatabase(databaseId);
      const api = (await startReviewBackend({ knex })).as('ada');
      await record(api);
      const { incident, review, url } = await startReview(api);
      await api.patch(`/incidents/${incident.id}`, 1, {
        ...expiry,
        detectedAt: '2024-02-10T09:00:00Z',
      });
      await writeAll(api, url, review.id);
      await move(api, url, 'gathering', 'drafting', 'in-review', 'published');

      const to = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      const { body } = await api.get(
        `/reports/trends?from=2024-01-01&to=${to}`,
      );
      expect(body.totals).toMatchObject({
        reviewsPublished: { count: 1 },
        lessonsPublished: { count: 1 },
      });
      expect(body.rootCauses).toContainEqual({
        type: 'process',
        count: 1,
        previous: 0,
      });
      expect(ofRule(body, 'crossing-pattern')[0].text).toContain(
        '4 services share a pattern (certificate · expiry, 6 incidents); no lesson applies to 3 of them',
      );
      const advice = body.recommendations.find(
        ({ rule }: { rule: string }) => rule === 'share-lesson',
      );
      expect(advice.text).toContain('“Watch expiry dates”');
      expect(advice.text).not.toContain('checkout');
    });

    it('come as files that run nothing', async () => {
      const knex = await createDatabase(databaseId);
      const api = (await startReviewBackend({ knex })).as('ada');
      await record(api);

      const markdown = await api.get(`${URL}&format=markdown`).expect(200);
      expect(markdown.headers['content-type']).toContain('text/markdown');
      expect(markdown.headers['content-disposition']).toContain(
        'trends-whole-organisation-2024-01-01-2024-06-30.md',
      );
      expect(markdown.text).toContain('# Trend report: whole organisation');
      expect(markdown.text).toContain('3 services share a pattern');

      const html = await api.get(`${URL}&format=html`).expect(200);
      expect(html.headers['content-security-policy']).toContain('sandbox');
      expect(html.text).not.toMatch(/<script|<link|\son\w+=|src=/i);
      expect(html.text).toContain('<svg');

      const csv = await api
        .get(`${URL}&format=csv&table=categories`)
        .expect(200);
      expect(csv.headers['content-type']).toContain('text/csv');
      // A spreadsheet must not run it.
      expect(csv.text).toBe(
        "\uFEFFCategory,Count,Period before\r\ncertificate,5,1\r\n'=cmd|calc,1,0\r\n",
      );
      const refused = await api.get(`${URL}&format=pdf`).expect(400);
      expect(refused.body.error.message).toContain('format');
      await api
        .get('/reports/trends?from=2024-02-01&to=2024-01-01')
        .expect(400);
    });

    it('show each reader no more than that reader may see', async () => {
      const knex = await createDatabase(databaseId);
      const backend = await startReviewBackend({ knex });
      const eve = backend.as('eve');
      for (const name of ['ledger', 'gateway', 'portal']) {
        await eve.post('/incidents', {
          ...expiry,
          title: 'Secret',
          visibility: 'restricted',
          entityRefs: [`component:default/${name}`],
          detectedAt: '2024-02-01T00:00:00Z',
        });
      }
      const seen = await backend.as('ada').get(URL).expect(200);
      expect(seen.body).toMatchObject({
        totals: { incidents: { count: 0 } },
        patterns: [],
        findings: [],
        recommendations: [],
      });
      const own = await eve.get(URL);
      expect(own.body.totals.incidents.count).toBe(3);
      expect(ofRule(own.body, 'crossing-pattern')).toHaveLength(1);
    });
  },
);
