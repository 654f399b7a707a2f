/**
 * The assembled portal, for tests: the backend with all its plugins, serving
 * the built app, on a free port of 127.0.0.1 with a database of its own.
 *
 *   const portal = await startPortal();
 *   await portal.get('/api/incident-learning/incidents');   // as the guest
 *   await portal.stop();
 *
 * The app is built once and again when a source file is newer (15 s). A start
 * takes 5 to 10 s: share one portal among the tests of a file.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { buildApp } from './appBundle';
import { inRoot } from './paths';
import { findFreePort } from './ports';
import type { TestPostgres } from './postgres';
import { Session, SignIn, identityConfig } from './sessions';

export interface PortalOptions {
  /** Settings on top of `app-config.yaml`. */
  config?: JsonObject;
  /** Keep the data here instead of in fresh SQLite files. */
  postgres?: Pick<TestPostgres, 'connection'>;
  /**
   * With `true` the demo company's incidents are filled in at start-up.
   *
   * @defaultValue false
   */
  demo?: boolean;
}

export interface Portal {
  /** Where app and API answer, such as `http://localhost:41234`. */
  readonly url: string;
  /** Process id of the backend, for measurements. */
  readonly pid: number;
  /** What the backend printed so far. */
  logs(): string;
  /** Sends a request as the signed-in guest. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON that a GET as the guest answers. Throws unless it succeeds. */
  get<T = unknown>(path: string): Promise<T>;
  /**
   * Signs somebody in whom the catalog knows as a member of a group, such as
   * `user:default/nadia.sorrel` of the demo company.
   */
  signIn(userEntityRef: string): Promise<Session>;
  /** Ends the backend and deletes its data. */
  stop(): Promise<void>;
}

const readyWithinMs = 120_000;

/** Builds the app where needed, then starts a portal and waits for it. */
export async function startPortal(
  options: PortalOptions = {},
): Promise<Portal> {
  await buildApp();
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-portal-'));
  const url = `http://localhost:${await findFreePort()}`;
  const config = join(folder, 'app-config.json');
  await writeFile(config, JSON.stringify(settings(url, folder, options)));
  const extra = join(folder, 'extra.json');
  await writeFile(extra, JSON.stringify(options.config ?? {}));
  const identity = join(folder, 'identity.json');
  await writeFile(identity, identityConfig());

  const logs: string[] = [];
  const backend = startBackend(
    [inRoot('app-config.yaml'), config, extra, identity],
    text => logs.push(text),
  );
  const stop = async () => {
    await end(backend);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, backend);
  } catch (error) {
    await stop();
    throw new Error(`${error}\n${logs.join('').slice(-4000)}`);
  }

  const signIn = new SignIn(url, identity);
  const { request, get } = await signIn.guest();
  return {
    url,
    pid: backend.pid!,
    logs: () => logs.join(''),
    request,
    get,
    signIn: userEntityRef => signIn.as(userEntityRef),
    stop,
  };
}

function settings(
  url: string,
  folder: string,
  { postgres, demo = false }: PortalOptions,
): JsonObject {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port: Number(new URL(url).port) },
      cors: { origin: url },
      database: postgres
        ? {
            client: 'pg',
            connection: { ...postgres.connection },
            // A server of its own for each portal: nothing to keep apart.
          }
        : {
            client: 'better-sqlite3',
            connection: { directory: join(folder, 'db') },
          },
    },
    incidentLearning: { demo: { enabled: demo } },
  };
}

function startBackend(
  configs: string[],
  onOutput: (text: string) => void,
): ChildProcess {
  const backend = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      ...configs.flatMap(path => ['--config', path]),
    ],
    {
      cwd: inRoot('packages/backend'),
      env: { ...withoutTestSettings(process.env), NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [backend.stdout, backend.stderr]) {
    stream.setEncoding('utf8').on('data', onOutput);
  }
  process.once('exit', () => backend.kill('SIGKILL'));
  return backend;
}

/** Neither the flags of this process nor settings of a person apply. */
function withoutTestSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(NODE_OPTIONS|NODE_TEST_CONTEXT|APP_CONFIG_.*)$/.test(name),
    ),
  );
}

async function untilReady(url: string, backend: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (hasEnded(backend)) {
      throw new Error(`The backend ended with code ${backend.exitCode}`);
    }
    const response = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`The backend was not ready after ${readyWithinMs} ms`);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(backend: ChildProcess): Promise<void> {
  if (hasEnded(backend)) {
    return;
  }
  const closed = new Promise(resolve => backend.once('close', resolve));
  backend.kill('SIGTERM');
  const timer = setTimeout(() => backend.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
}
