import { once } from 'events';
import type { Server } from 'http';
import { createReadStream, readFileSync } from 'fs';
import {
  TestDatabaseId,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ImportReport,
  Kpi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import request from 'supertest';
import plugin from '../../index';
import { databases } from '../../__testUtils__/databases';
import { dataFile } from './__testUtils__/files';

jest.setTimeout(300_000);

const file = dataFile('vcdb-2020.jsonl.gz');
const expectedFile = dataFile('vcdb-2020.expected.json');
const BASE = '/api/incident-learning';

async function start(databaseId: TestDatabaseId): Promise<Server> {
  const knex = await databases.init(databaseId);
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.database.factory({ knex }),
    ],
  });
  return server as unknown as Server;
}

/** Sends the file as it is, compressed. */
async function importFile(
  server: Server,
  query: string,
): Promise<ImportReport> {
  const upload = request(server)
    .post(`${BASE}/incidents/import?format=veris${query}`)
    .set('content-type', 'application/x-ndjson')
    .set('content-encoding', 'gzip');
  const response = new Promise<ImportReport>((done, fail) => {
    upload.on('response', res =>
      res.status === 200 ? done(res.body) : fail(new Error(res.text)),
    );
    upload.on('error', fail);
  });
  const source = createReadStream(file ?? '');
  source.pipe(upload as unknown as NodeJS.WritableStream);
  await once(source, 'close');
  return response;
}

function countsOf({ rows: _, ...counts }: ImportReport) {
  return counts;
}

const available = file && expectedFile ? describe : describe.skip;

available('6,000 real incidents of the VERIS Community Database', () => {
  const expected = JSON.parse(
    expectedFile ? readFileSync(expectedFile, 'utf8') : '{}',
  );

  it.each(databases.eachSupportedId())(
    'give exactly the known figures on %s, and nothing new the second time',
    async databaseId => {
      const server = await start(databaseId);
      const get = async (path: string) =>
        (await request(server).get(`${BASE}${path}`).expect(200)).body;

      const dry = await importFile(server, '&dryRun=true');
      expect((await get('/incidents?total=true')).totalItems).toBe(0);
      const report = await importFile(server, '');
      expect(countsOf(dry)).toEqual(countsOf(report));
      expect(report.rows).toHaveLength(expected.lines);
      expect(report).toMatchObject({
        created: expected.incidents,
        rejected: 0,
      });
      // Of the lines whose id came before, one says word for word what is there already.
      expect(report.updated).toBe(expected.updatedLines - 1);
      expect(report.unchanged).toBe(1);

      const total = async (query: string) =>
        (await get(`/incidents?limit=1&total=true&${query}`)).totalItems;
      expect(await total('')).toBe(expected.incidents);
      expect(await total('unassigned=true')).toBe(expected.unassigned);
      expect(await total('repeat=suspected')).toBe(expected.repeats);
      const [name, count] = expected.largestEntity;
      expect(await total(`scope=component:default/${name}`)).toBe(count);
      const patterns = expected.topPatterns.filter(
        ([, vector]: string[]) => vector !== 'unknown',
      );
      for (const [category, vector, n] of patterns) {
        expect(await total(`category=${category}&attackVector=${vector}`)).toBe(
          n,
        );
      }

      const metrics: Metrics = await get(
        '/metrics?from=0001-01-01&to=2100-01-01',
      );
      const kpi = (id: string) => metrics.kpis.find(k => k.id === id) as Kpi;
      expect(metrics.incidents).toBe(expected.incidents);
      for (const [id, figures] of [
        ['mttd', expected.mttdMs],
        ['mttc', expected.mttcMs],
      ]) {
        expect(kpi(id).n).toBe(figures.n);
        expect(kpi(id).stats?.mean).toBeCloseTo(figures.mean, 0);
        expect(kpi(id).stats?.median).toBe(figures.median);
        expect(kpi(id).value).toBe(figures.median);
      }
      expect(kpi('repeat-incident-rate').value).toBeCloseTo(
        expected.repeatRate,
        12,
      );
      expect(kpi('severity-distribution').distribution).toEqual(
        expected.severity,
      );
      for (const year of [2013, 2017]) {
        const known = expected[`year${year}`];
        const yearly: Metrics = await get(
          `/metrics?from=${year}-01-01&to=${year + 1}-01-01`,
        );
        const mttd = yearly.kpis.find(k => k.id === 'mttd') as Kpi;
        expect(yearly.incidents).toBe(known.incidents);
        expect(mttd.n).toBe(known.mttdMs.n);
        expect(mttd.stats?.mean).toBeCloseTo(known.mttdMs.mean, 0);
        expect(mttd.stats?.median).toBe(known.mttdMs.median);
      }

      const again = await importFile(server, '');
      expect(countsOf(again)).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: expected.lines,
        rejected: 0,
      });
      expect(await total('')).toBe(expected.incidents);
    },
  );
});
