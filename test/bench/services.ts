import { spawn } from 'child_process';
import { once } from 'events';
import { readFileSync } from 'fs';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { pathToFileURL } from 'url';
import { BenchPostgres, freePort, startPostgresIn } from './postgres';

const TOKEN = 'bench-token-of-this-machine-only';

export interface BenchServices {
  /** Where the database is; one for each plugin is created in it. */
  connection: BenchPostgres['connection'];
  baseUrl: string;
  /** Of the endpoints that others are set against. */
  benchUrl: string;
  headers: Record<string, string>;
  /** Resident memory of the backend in bytes. */
  residentBytes(): number;
  folder: string;
  stop(): Promise<void>;
}

export interface ServiceOptions {
  /** Whether the catalog knows the generated company. */
  company?: boolean;
  /** Whether the backend keeps its data in SQLite instead. */
  sqlite?: boolean;
  /** `incidentLearning` of the configuration. */
  incidentLearning?: object;
  /** Where all data stays for the next time; a folder that goes afterwards unless said. */
  keep?: string;
}

/** A PostgreSQL with its defaults and a backend on it, both on this machine's loopback only. */
export async function startServices(
  options: ServiceOptions = {},
): Promise<BenchServices> {
  const folder =
    options.keep ?? (await mkdtemp(join(tmpdir(), 'hindsight-bench-')));
  const { connection, stop } = await startPostgresIn(
    folder,
    options.keep !== undefined,
  );

  const port = await freePort();
  const config = join(folder, 'app-config.json');
  await writeFile(join(folder, 'package.json'), '{"name":"bench"}');
  await writeFile(
    config,
    JSON.stringify(configOf(port, connection, folder, options)),
  );
  const backend = spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(require.resolve('tsx')).href,
      resolve(__dirname, 'backend.ts'),
      '--config',
      config,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ...(options.company && { BENCH_COMPANY: 'true' }),
      },
    },
  );
  const baseUrl = `http://127.0.0.1:${port}/api/incident-learning`;
  // Answers are not compressed: neither are those that they are set against.
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'accept-encoding': 'identity',
  };
  await untilReady(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`);

  return {
    connection,
    baseUrl,
    benchUrl: `http://127.0.0.1:${port}/api/bench`,
    headers,
    folder,
    residentBytes: () => residentBytesOf(backend.pid as number),
    async stop() {
      backend.kill('SIGTERM');
      await once(backend, 'exit');
      await stop();
      if (!options.keep) {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function configOf(
  port: number,
  connection: object,
  folder: string,
  { sqlite, incidentLearning }: ServiceOptions,
): object {
  return {
    app: { baseUrl: 'http://127.0.0.1:3000' },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      // A million lines in one upload take longer than the five minutes that Node.js allows unless told.
      server: { requestTimeout: 0 },
      database: sqlite
        ? { client: 'better-sqlite3', connection: { directory: folder } }
        : { client: 'pg', connection },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    permission: { enabled: false },
    incidentLearning: incidentLearning ?? {},
  };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    await new Promise(done => setTimeout(done, 500));
  }
  throw new Error('The backend did not get ready within two minutes');
}

function residentBytesOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
