import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths';

/** What the bundle is made of; folders are taken with all that is in them. */
async function listSources(): Promise<string[]> {
  const plugins = await readdir(inRoot('plugins'));
  return [
    inRoot('yarn.lock'),
    inRoot('packages/app/package.json'),
    inRoot('packages/app/public'),
    inRoot('packages/app/src'),
    ...plugins.map(plugin => inRoot('plugins', plugin, 'src')),
  ];
}

/**
 * Builds the app into `packages/app/dist`, from where the backend serves it,
 * unless it is newer than every source.
 */
export async function buildApp(): Promise<void> {
  const built = await modifiedAt(inRoot('packages/app/dist/index.html'));
  const sources = await Promise.all((await listSources()).map(newestIn));
  if (Math.max(...sources) < built) {
    return;
  }
  await run([
    inRoot('node_modules/@backstage/cli/bin/backstage-cli'),
    'package',
    'build',
  ]);
}

function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: inRoot('packages/app'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => said.push(chunk));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `The app does not build (code ${code}):\n${Buffer.concat(said)}`,
            ),
          ),
    );
  });
}

async function newestIn(path: string): Promise<number> {
  const self = await stat(path).catch(() => undefined);
  if (!self?.isDirectory()) {
    return self?.mtimeMs ?? 0;
  }
  const entries = await readdir(path, { recursive: true });
  const times = await Promise.all(
    entries.map(entry => modifiedAt(join(path, entry))),
  );
  return Math.max(self.mtimeMs, ...times);
}

async function modifiedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
