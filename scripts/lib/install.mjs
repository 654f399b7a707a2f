import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { say, since, UserError } from './console.mjs';
import { inRoot } from './paths.mjs';
import { capture } from './processes.mjs';

// Lies with the packages, so that it goes when they go.
const marker = inRoot('node_modules', '.hindsight-install');

/** Installs the dependencies where they are missing or out of date. */
export async function install({ yarn }) {
  const state = lockState();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === state) {
    return;
  }
  const start = Date.now();
  say('Installing dependencies, which takes 1 to 3 minutes the first time…');
  const { code, stdout } = await capture(process.execPath, [
    yarn,
    'install',
    '--immutable',
  ]);
  if (code !== 0) {
    throw new UserError(
      `Yarn could not install the dependencies:\n\n${withoutPeerNotes(stdout)}`,
      'The lines above say why. Set-up needs the npm registry; once it has run, it is not needed again.',
    );
  }
  writeFileSync(marker, state);
  say(`Installed in ${since(start)}.`);
}

function lockState() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml']) {
    hash.update(readFileSync(inRoot(file))).update('\0');
  }
  return `${hash.digest('hex')}\n`;
}

/** Notes on peer dependencies are long and never the reason. */
function withoutPeerNotes(text) {
  return text
    .trim()
    .split('\n')
    .filter(line => !/YN0002|YN0060|YN0086/.test(line))
    .join('\n');
}
