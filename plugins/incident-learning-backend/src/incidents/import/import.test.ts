import { gzipSync } from 'zlib';
import {
  TestDatabaseId,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ImportReport,
  ImportRow,
} from '@hindsight/backstage-plugin-incident-learning-common';
import request from 'supertest';
import plugin from '../../index';
import { databases } from '../../__testUtils__/databases';

jest.setTimeout(120_000);

const BASE = '/api/incident-learning';

async function start(databaseId: TestDatabaseId) {
  const knex = await databases.init(databaseId);
  const { server } = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'checkout' },
          },
        ],
      }),
      mockServices.database.factory({ knex }),
    ],
  });
  const api = request(server);
  return {
    get: (path: string) => api.get(`${BASE}${path}`),
    async import(
      body: string | Buffer,
      options: { format?: string; dryRun?: boolean; encoding?: string } = {},
    ): Promise<ImportReport> {
      const { format = 'incident', dryRun = false, encoding } = options;
      const upload = api
        .post(`${BASE}/incidents/import?format=${format}&dryRun=${dryRun}`)
        .set('content-type', 'application/octet-stream');
      if (encoding) {
        upload.set('content-encoding', encoding);
      }
      const response = await upload.send(body);
      expect({ status: response.status, error: response.body.error }).toEqual({
        status: 200,
        error: undefined,
      });
      return response.body;
    },
  };
}

function line(id: string, rest: object = {}): string {
  return JSON.stringify({
    title: `Incident ${id}`,
    source: { system: 'test', id },
    ...rest,
  });
}

function outcomes({ rows }: ImportReport): string[] {
  return rows.map(row => `${row.line} ${row.outcome}`);
}

function problemsAt({ rows }: ImportReport, number: number) {
  const row = rows.find(r => r.line === number) as ImportRow;
  return row.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe.each(databases.eachSupportedId())('an import on %s', databaseId => {
  it('takes every good record, tells what is wrong with the others, and writes nothing twice', async () => {
    const api = await start(databaseId);
    const file = [
      line('1', { entityRefs: ['component:default/checkout'] }),
      '{"title": "Cut off',
      line('2', { detectedAt: '2018-02-29T00:00:00Z' }),
      line('3', { reportedTimeToDetectMs: -5 }),
      line('4', {
        occurredAt: '2024-01-02T00:00:00Z',
        detectedAt: '2024-01-01T00:00:00Z',
      }),
      line('5', { entityRefs: ['component:default/nowhere'] }),
      '',
      line('1', { title: 'Said better' }),
      JSON.stringify({ title: 'Without a source' }),
    ].join('\n');

    const dry = await api.import(file, { dryRun: true });
    expect((await api.get('/incidents?total=true')).body.totalItems).toBe(0);

    const report = await api.import(file);
    const { rows: _, ...counts } = report;
    expect(counts).toEqual({
      created: 4,
      updated: 1,
      unchanged: 0,
      rejected: 3,
      warnings: 1,
    });
    expect(outcomes(dry)).toEqual(outcomes(report));
    expect(outcomes(report)).toEqual([
      '1 created',
      '2 rejected',
      '3 rejected',
      '4 rejected',
      '5 created',
      '6 created',
      '8 updated',
      '9 created',
    ]);
    expect(problemsAt(report, 3)[0]).toMatch(
      /^detectedAt: is no date and time that exists/,
    );
    expect(problemsAt(report, 4)[0]).toMatch(
      /^reportedTimeToDetectMs: is negative/,
    );
    expect(problemsAt(report, 5)[0]).toMatch(
      /^timeToDetectMs: The time to detect is negative/,
    );
    expect(problemsAt(report, 2)[0]).toMatch(/record is not finished/);

    const again = await api.import(file);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
    expect((await api.get('/incidents?total=true')).body.totalItems).toBe(4);

    const catalogFile = await api.get('/incidents/catalog-file');
    expect(catalogFile.text).toContain('name: nowhere');
    expect(catalogFile.text).not.toContain('name: checkout');
  });

  it('goes back to an earlier version when its source does', async () => {
    const api = await start(databaseId);
    await api.import(line('1', { status: 'open' }));
    await api.import(line('1', { status: 'resolved' }));
    const back = await api.import(line('1', { status: 'open' }));
    expect(back).toMatchObject({ updated: 1, unchanged: 0 });
    const { items } = (await api.get('/incidents')).body;
    expect(items).toMatchObject([{ status: 'open', revision: 3 }]);
    const history = await api.get(`/incidents/${items[0].id}/history`);
    expect(
      history.body.items.map(
        (change: { operation: string }) => change.operation,
      ),
    ).toEqual(['imported', 'imported', 'created']);
  });

  it('survives what files do: cut short, badly encoded, compressed and broken off', async () => {
    const api = await start(databaseId);
    const cut = await api.import(`${line('1')}\n${line('2').slice(0, 20)}`);
    expect(outcomes(cut)).toEqual(['1 created', '2 rejected']);

    const encoded = await api.import(
      Buffer.concat([
        Buffer.from(`${line('3')}\n{"title": "`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`"}\n${line('4')}\n`),
      ]),
    );
    expect(outcomes(encoded)).toEqual(['1 created', '2 rejected', '3 created']);
    expect(problemsAt(encoded, 2)[0]).toMatch(/UTF-8/);

    const many = Array.from({ length: 3000 }, (_, i) => line(`gz-${i}`));
    const zipped = gzipSync(many.join('\n'));
    const broken = await api.import(zipped.subarray(0, zipped.length / 2), {
      encoding: 'gzip',
    });
    const { body } = await api.get('/incidents?total=true&limit=1');
    expect(body.totalItems).toBe(3 + broken.created);
    expect(broken.rejected).toBe(1);
    expect(broken.rows[broken.rows.length - 1].outcome).toBe('rejected');
    const whole = await api.import(zipped, { encoding: 'gzip' });
    expect(whole.created + whole.unchanged).toBe(3000);
  });

  it('passes over a line of 50 MB without holding it', async () => {
    const api = await start(databaseId);
    const report = await api.import(
      Buffer.concat([
        Buffer.from(`${line('1')}\n{"title": "`),
        Buffer.alloc(50_000_000, 'x'),
        Buffer.from(`"}\n${line('2')}\n`),
      ]),
    );
    expect(outcomes(report)).toEqual(['1 created', '2 rejected', '3 created']);
    expect(problemsAt(report, 2)[0]).toMatch(/longer than/);
  });

  it('reads CSV, and rejects a source that is too long to be one', async () => {
    const api = await start(databaseId);
    const report = await api.import(
      [line('1'), line('x'.repeat(301)), line('2')].join('\n'),
    );
    expect(outcomes(report)).toEqual(['1 created', '2 rejected', '3 created']);

    const csv = await api.import(
      'title,source.system,source.id,occurredAt\nDisk full,csv,1,2024-05\nNo such day,csv,2,2018-02-29\n',
      { format: 'csv' },
    );
    expect(outcomes(csv)).toEqual(['2 created', '3 rejected']);
  });
});
