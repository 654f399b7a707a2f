import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  bold,
  dim,
  green,
  red,
  say,
  since,
  UserError,
} from './lib/console.mjs';
import { asTyped, bin, inRoot } from './lib/paths.mjs';
import { assertPortsAreFree, findPorts, portSettings } from './lib/ports.mjs';
import { isStopping, stopAll } from './lib/processes.mjs';
import { startService, waitUntilReady } from './lib/services.mjs';

const readyWithinMs = 180_000;

export const help = `npm start -- [options]

Starts the portal on this machine, after setting up whatever is missing, and
says where to look. Ctrl-C stops it.

  --import FILE        import incidents from a file at start-up; may be repeated
                       (.json, .jsonl, .ndjson, .csv, each also .gz)
  --format FORMAT      what the files hold: incident, veris, csv, or a
                       format that a module adds (default: by extension)
  --port N             port of the app (default 3000)
  --backend-port N     port of the backend (default 7007)
  --verbose            show everything that backend and app print
  --help               show this`;

export function parse(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        import: { type: 'string', multiple: true, default: [] },
        format: { type: 'string' },
        port: { type: 'string' },
        'backend-port': { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UserError(error.message, 'See npm start -- --help');
  }
  return {
    help: values.help,
    verbose: values.verbose,
    port: parsePort('--port', values.port),
    backendPort: parsePort('--backend-port', values['backend-port']),
    imports: parseImports(values.import, values.format),
  };
}

/** Before any set-up: what would fail later fails now. */
export async function prepare(options) {
  await assertPortsAreFree(await findPorts(options));
}

export async function run(options) {
  const begin = Date.now();
  const ports = await findPorts(options);
  const url = `http://localhost:${ports.app}`;
  const env = { NODE_ENV: 'development', ...portSettings(options) };
  if (options.imports.length > 0) {
    env.APP_CONFIG_incidentLearning_import_files = JSON.stringify(
      options.imports,
    );
  }

  say('Starting backend and app…');
  const backend = startBackend(env, options);
  const app = startApp(env, options);
  const waits = [
    [
      backend,
      `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
    ],
    [app, `${url}/`],
  ];
  const outcomes = await Promise.all(
    waits.map(async ([service, readyUrl]) => {
      const outcome = await waitUntilReady(service, readyUrl, readyWithinMs);
      if (outcome !== 'ready') {
        await explainFailure(service, outcome);
      }
      return outcome;
    }),
  );
  if (outcomes.some(outcome => outcome !== 'ready')) {
    return 1;
  }

  say(`\n${green('Ready')} after ${since(begin)}. Open ${bold(url)}`);
  say(dim('Ctrl-C stops it. Logs: .local/logs/backend.log and app.log'));
  return waitForEnd([backend, app]);
}

function startBackend(env, { verbose }) {
  return startService(
    'backend',
    [
      '--enable-source-maps',
      '--require',
      inRoot('node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
    ],
    {
      cwd: inRoot('packages/backend'),
      env,
      pick: (plain, line) => (verbose ? line : pickOfBackend(plain, line)),
    },
  );
}

function startApp(env, { verbose }) {
  return startService('app', [bin('backstage-cli'), 'package', 'start'], {
    cwd: inRoot('packages/app'),
    env,
    pick: (plain, line) =>
      verbose || /^\s*(ERROR|Error:|×|│|╭|╰|WARNING)/.test(plain)
        ? line
        : undefined,
  });
}

/** Errors of all plugins, and what our own has to tell. */
function pickOfBackend(plain, line) {
  const [, plugin, level, message] =
    /^\S+ (\S+) (debug|info|warn|error) (.*)$/.exec(plain) ?? [];
  if (level === 'error') {
    return line;
  }
  return plugin === 'incident-learning' && level !== 'debug'
    ? `  ${message}`
    : undefined;
}

async function explainFailure({ name, ended, lastLines, logFile }, outcome) {
  if (isStopping()) {
    return;
  }
  say(
    outcome === 'ended'
      ? `\n${red(
          `The ${name} ended with code ${await ended}.`,
        )} It said last:\n`
      : `\n${red(
          `The ${name} was not ready after ${readyWithinMs / 1000} s.`,
        )} It said last:\n`,
  );
  say(lastLines().join('\n'));
  say(`\nAll of it: ${logFile}`);
  await stopAll();
}

async function waitForEnd(services) {
  const [name, code] = await Promise.race(
    services.map(async service => [service.name, await service.ended]),
  );
  await explainFailure(
    services.find(service => service.name === name),
    'ended',
  );
  return code || 1;
}

function parsePort(flag, text) {
  if (text === undefined) {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(
      `${flag} must be a port number from 1 to 65535, not "${text}".`,
    );
  }
  return port;
}

function parseImports(paths, format) {
  return paths.map(typed => {
    const path = asTyped(typed);
    if (!existsSync(path)) {
      throw new UserError(
        `There is no file ${path} to import.`,
        'Check the path given to --import; it is taken from the folder you are in.',
      );
    }
    const known = format ?? (/\.csv(\.gz)?$/i.test(path) ? 'csv' : undefined);
    return { path, ...(known && { format: known }) };
  });
}
