import { createReadStream } from 'fs';
import { request } from 'http';
import { join } from 'path';
import { pipeline } from 'stream/promises';
import knexFactory, { Knex } from 'knex';
import { writeIncidents } from './generate';
import { BenchServices, startServices } from './services';

/*
 * Imports incidents through the API and sets that against raw batched inserts of the same rows, through knex, into
 * the same PostgreSQL in the same run. Also tells how far the backend's memory grows.
 *
 *   npm run bench -- import [--lines 1000000]
 */

const BATCH = 1_000;
const TABLES = [
  'incidents',
  'incident_entities',
  'incident_tags',
  'incident_findings',
  'incident_repeats',
];
/** Columns that the database computes by itself. */
const COMPUTED = ['search'];

async function main(lines: number): Promise<void> {
  const services = await startServices();
  try {
    const file = join(services.folder, 'incidents.ndjson');
    await writeIncidents(file, lines);
    // A first small import warms up code and connections; its rows are those the file begins with.
    await upload(services, file, 2_000_000);
    const idle = services.residentBytes();

    const memory = watchMemory(services);
    const started = performance.now();
    const report = await upload(services, file);
    const importMs = performance.now() - started;
    const peak = memory.stop();

    const rawMs = await insertRaw(services);
    print({ lines, report, importMs, rawMs, idle, peak });
  } finally {
    await services.stop();
  }
}

/** Sends a file and counts what came back, without holding it. */
async function upload(
  { baseUrl, headers }: BenchServices,
  file: string,
  bytes?: number,
): Promise<string> {
  const req = request(`${baseUrl}/incidents/import?format=incident`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<string>((resolve, reject) => {
    req.on('error', reject);
    req.on('response', res => {
      let head = '';
      res.setEncoding('utf8');
      res.on('data', (chunk: string) => {
        head = head || chunk.slice(0, 200);
      });
      res.on('end', () => resolve(head.split(',"rows"')[0]));
    });
  });
  await pipeline(
    createReadStream(file, bytes ? { end: bytes } : undefined),
    req,
  );
  return answered;
}

function watchMemory(services: BenchServices) {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, services.residentBytes());
  }, 200);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** Time spent in inserts alone, into a copy of the schema with every index. */
async function insertRaw({ connection }: BenchServices): Promise<number> {
  const source = connect(connection, 'backstage_plugin_incident-learning');
  const admin = connect(connection, 'postgres');
  await admin.raw('create database raw');
  const target = connect(connection, 'raw');
  let ms = 0;
  try {
    await target.migrate.latest({ directory: await migrations() });
    for (const table of TABLES) {
      ms += await copyTable(source, target, table);
    }
  } finally {
    await Promise.all([source, target, admin].map(knex => knex.destroy()));
  }
  return ms;
}

async function copyTable(
  source: Knex,
  target: Knex,
  table: string,
): Promise<number> {
  let ms = 0;
  const insert = async (rows: object[]) => {
    const started = performance.now();
    await target.transaction(trx => trx(table).insert(rows));
    ms += performance.now() - started;
  };
  let rows: Record<string, unknown>[] = [];
  for await (const row of source(table).select('*').stream()) {
    for (const column of COMPUTED) {
      delete row[column];
    }
    rows.push(row);
    if (rows.length === BATCH) {
      await insert(rows);
      rows = [];
    }
  }
  if (rows.length > 0) {
    await insert(rows);
  }
  return ms;
}

function connect(connection: object, database: string): Knex {
  return knexFactory({
    client: 'pg',
    connection: { ...connection, database },
    pool: { min: 1, max: 2 },
  });
}

async function migrations(): Promise<string> {
  const path = require.resolve(
    '@hindsight/backstage-plugin-incident-learning-backend/package.json',
  );
  return join(path, '..', 'migrations');
}

function print(result: {
  lines: number;
  report: string;
  importMs: number;
  rawMs: number;
  idle: number;
  peak: number;
}): void {
  const { lines, report, importMs, rawMs, idle, peak } = result;
  const rate = (ms: number) => Math.round(lines / (ms / 1000));
  const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
  process.stdout.write(
    [
      `import of ${lines} lines: ${report}}`,
      `import      ${(importMs / 1000).toFixed(1)} s, ${rate(
        importMs,
      )} lines/s`,
      `raw inserts ${(rawMs / 1000).toFixed(1)} s, ${rate(rawMs)} lines/s`,
      `import reaches ${(rawMs / importMs).toFixed(2)} of raw`,
      `resident memory: idle ${mib(idle)} MiB, peak ${mib(
        peak,
      )} MiB, growth ${mib(peak - idle)} MiB`,
      '',
    ].join('\n'),
  );
}

const flag = process.argv.indexOf('--lines');
main(flag < 0 ? 1_000_000 : Number(process.argv[flag + 1])).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
