import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { inRoot } from './paths';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often have a small /dev/shm.
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

interface Executable {
  path: string;
  env?: Record<string, string>;
}

/**
 * Starts a headless Chromium: the one named in `CHROMIUM`, else the machine's
 * own, else the one that the package `@sparticuz/chromium` brings.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findExecutable();
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: flags,
    env: { ...definedOnly(process.env), ...env },
  });
}

async function findExecutable(): Promise<Executable> {
  if (process.env.CHROMIUM) {
    return { path: process.env.CHROMIUM };
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const own = folders
    .flatMap(folder => names.map(name => join(folder, name)))
    .concat(applications)
    .find(isExecutable);
  if (own) {
    return { path: own };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The journeys need Chromium or Chrome: install one, or name its path in CHROMIUM',
    );
  }
  return fromPackage();
}

/**
 * The package's binary, unpacked once into `.local`, and where the machine
 * lacks libraries that it needs, the package's own.
 */
async function fromPackage(): Promise<Executable> {
  const packageFolder = dirname(
    dirname(require.resolve('@sparticuz/chromium')),
  );
  const { version } = require(join(packageFolder, 'package.json'));
  const folder = inRoot('.local', 'chromium', version);
  const path = join(folder, 'chromium');
  if (!isExecutable(path)) {
    await unpack(join(packageFolder, 'bin'), folder);
  }
  const env: Record<string, string> = {};
  if (!fontsAreInstalled()) {
    env.FONTCONFIG_FILE = await writeFontsConfig(folder);
  }
  if (spawnSync(path, ['--version']).status !== 0) {
    env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  }
  return { path, env };
}

/** Run in a process of its own, since it goes by that process's TMPDIR. */
const unpacking = `
  import { inflate } from '@sparticuz/chromium';
  for (const archive of process.argv.slice(1)) {
    await inflate(archive);
  }
`;

async function unpack(archives: string, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}-`);
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      unpacking,
      ...['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map(archive =>
        join(archives, archive),
      ),
    ],
    { cwd: inRoot('test'), env: { ...process.env, TMPDIR: partial } },
  );
  try {
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true });
    // Another process was faster.
    if (!isExecutable(join(folder, 'chromium'))) {
      throw error;
    }
  }
}

function fontsAreInstalled(): boolean {
  const listed = spawnSync('fc-list', ['--format', '%{file}\n']);
  return listed.status === 0 && listed.stdout.length > 0;
}

/** The package's own names folders that only its home has. */
async function writeFontsConfig(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
