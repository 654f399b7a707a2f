import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { bin, inRoot } from './lib/paths.mjs';
import { capture, runNode, start } from './lib/processes.mjs';
import { runJest, runJourneys } from './lib/testRunners.mjs';

/** What `npm test` runs, in order: the quick first. */
export const steps = [
  {
    name: 'format',
    title: 'Prettier',
    run: () => check([bin('prettier'), '--check', '.']),
  },
  {
    name: 'lint',
    title: 'ESLint, no warning allowed',
    run: lint,
  },
  {
    name: 'types',
    title: 'TypeScript',
    // Whole each time: what an earlier build left would change the order of names in the API reports.
    run: () => check([bin('tsc'), '--incremental', 'false']),
  },
  {
    name: 'openapi',
    title: 'openapi.json is what the endpoints say',
    run: () => checkScript('incident-learning-backend', 'openapi:check'),
  },
  {
    name: 'api-reports',
    title: 'report.api.md is what the packages export',
    run: checkApiReports,
  },
  {
    name: 'build',
    title: 'every package builds as it is published',
    run: build,
  },
  {
    name: 'unit',
    title: 'unit and database tests, on SQLite and PostgreSQL',
    run: runJest,
  },
  {
    name: 'journeys',
    title: 'the assembled portal in a real Chromium',
    run: runJourneys,
  },
];

async function check(args, options) {
  return { code: await runNode(args, options) };
}

async function lint() {
  const packages = await runNode([
    bin('backstage-cli'),
    'repo',
    'lint',
    '--max-warnings',
    '0',
  ]);
  const scripts = await runNode([
    bin('eslint'),
    '--ext',
    '.mjs',
    '--max-warnings',
    '0',
    'scripts',
  ]);
  return { code: packages || scripts };
}

/** The build lists thousands of files: it is shown only where it fails. */
async function build() {
  const { code, stdout, stderr } = await capture(process.execPath, [
    bin('backstage-cli'),
    'repo',
    'build',
    '--all',
  ]);
  if (code !== 0) {
    say(stdout + stderr);
  }
  return { code };
}

/** Runs a script of a plugin's package.json, where it has it. */
async function checkScript(plugin, script) {
  const cwd = inRoot('plugins', plugin);
  const { scripts } = JSON.parse(
    readFileSync(inRoot('plugins', plugin, 'package.json'), 'utf8'),
  );
  if (!scripts[script]) {
    return { skipped: `${plugin} has no script ${script}` };
  }
  return { code: await start('yarn', ['run', script], { cwd }).finished };
}

/** Reads the declarations that the step `types` wrote to dist-types. */
async function checkApiReports() {
  const reported = readdirSync(inRoot('plugins')).filter(plugin =>
    existsSync(inRoot('plugins', plugin, 'report.api.md')),
  );
  if (reported.length === 0) {
    return { skipped: 'no plugin has a report.api.md' };
  }
  const { finished } = start('yarn', ['run', 'api-reports', '--ci']);
  return { code: await finished };
}
