import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { say, UserError } from './console.mjs';
import { inLocal, inRoot } from './paths.mjs';
import { capture, onSignal } from './processes.mjs';

/** Major versions of Node.js that Backstage supports; the last is preferred. */
const supportedNodes = [22, 24];
const cacheFile = inLocal('toolchain.json');

/**
 * Finds the Node.js and the Yarn to work with. The user's own Node.js is taken
 * where Backstage supports it, everything else comes from npm, once, into
 * npm's own cache; nothing is installed globally and no setting is changed.
 *
 * Resolves with `node` (path of the binary), `yarn` (path of Yarn's script)
 * and `path` (the PATH on which both come first).
 */
export async function findToolchain() {
  const wanted = {
    yarnVersion: readYarnVersion(),
    own: isSupported(process.versions.node),
  };
  const found = readCache(wanted) ?? (await fetchToolchain(wanted));
  const node = wanted.own ? process.execPath : found.node;
  return {
    node,
    yarn: found.yarn,
    path: [dirname(node), found.binDir, process.env.PATH].join(delimiter),
  };
}

/** Runs this script again under the toolchain's Node.js, as if it were it. */
export function continueUnder(toolchain, args) {
  const child = spawn(toolchain.node, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: toolchain.path },
  });
  onSignal(signal => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (constants.signals[signal] ?? 0)),
    );
  });
}

function isSupported(version) {
  return supportedNodes.includes(Number(version.split('.')[0]));
}

function readYarnVersion() {
  const { packageManager } = JSON.parse(
    readFileSync(inRoot('package.json'), 'utf8'),
  );
  return packageManager.replace(/^yarn@/, '').replace(/\+.*$/, '');
}

function readCache({ yarnVersion, own }) {
  try {
    const cached = JSON.parse(readFileSync(cacheFile, 'utf8'));
    const usable =
      cached.yarnVersion === yarnVersion &&
      existsSync(cached.yarn) &&
      (own || (isSupported(cached.nodeVersion) && existsSync(cached.node)));
    return usable ? cached : undefined;
  } catch {
    return undefined;
  }
}

async function fetchToolchain({ yarnVersion, own }) {
  const packages = [`@yarnpkg/cli-dist@${yarnVersion}`];
  if (!own) {
    packages.unshift(`node@${supportedNodes.at(-1)}`);
    say(
      `Node.js ${
        process.versions.node
      } is not one that Backstage supports (${supportedNodes.join(
        ', ',
      )}): fetching Node.js ${supportedNodes.at(-1)} for this project alone…`,
    );
  } else {
    say(`Fetching Yarn ${yarnVersion} for this project alone…`);
  }

  const report =
    'console.log(JSON.stringify({node: process.execPath, nodeVersion: process.versions.node, path: process.env.PATH}))';
  const { code, stdout, stderr } = await capture(
    'npx',
    [
      '--yes',
      ...packages.map(name => `--package=${name}`),
      '--',
      'node',
      '-e',
      report,
    ],
    // npm looks for packages around the working directory first; not in ours.
    { cwd: tmpdir(), detached: false },
  );
  const answer = parseLastLine(stdout);
  if (code !== 0 || !answer) {
    throw new UserError(
      `npm could not fetch ${packages.join(' and ')}:\n${stderr.trim()}`,
      'This needs the npm registry once. Install Node.js 24 yourself, or mend the connection, and try again.',
    );
  }
  if (!own && !isSupported(answer.nodeVersion)) {
    throw new UserError(
      `npm fetched Node.js ${supportedNodes.at(-1)}, but Node.js ${
        answer.nodeVersion
      } answered.`,
      'Where npm is told not to run install scripts, it cannot set up Node.js: install Node.js 24 yourself and try again.',
    );
  }
  return writeCache({ ...answer, yarnVersion });
}

function writeCache({ node, nodeVersion, path, yarnVersion }) {
  const script = join('@yarnpkg', 'cli-dist', 'bin', 'yarn.js');
  const binDir = path
    .split(delimiter)
    .find(dir => dir.endsWith('.bin') && existsSync(join(dir, '..', script)));
  if (!binDir) {
    throw new Error('npx ran, but Yarn is not on the PATH it gave');
  }
  const toolchain = {
    yarnVersion,
    yarn: join(binDir, '..', script),
    binDir,
    node,
    nodeVersion,
  };
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, `${JSON.stringify(toolchain, undefined, 2)}\n`);
  return toolchain;
}

function parseLastLine(text) {
  try {
    return JSON.parse(text.trim().split('\n').at(-1));
  } catch {
    return undefined;
  }
}
