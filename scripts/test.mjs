import { parseArgs } from 'node:util';
import { heading, say, since, UserError } from './lib/console.mjs';
import { isStopping } from './lib/processes.mjs';
import { countOf, printSummary } from './lib/summary.mjs';
import { steps } from './steps.mjs';

const names = steps.map(step => step.name);

export const help = `npm test -- [options] [-- arguments]

Checks and tests everything, after setting up whatever is missing. A step that
fails does not keep the later ones from running.

  --only NAME,…    run these steps alone
  --skip NAME,…    leave these steps out
  --help           show this

Arguments after a second -- go to the steps that take some: Jest's to unit
(npm test -- --only unit -- plugins/incident-learning-common), files to
journeys (npm test -- --only journeys -- test/journeys/smoke.test.ts).

Steps, in order:
${steps.map(({ name, title }) => `  ${name.padEnd(16)} ${title}`).join('\n')}`;

export function parse(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        skip: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UserError(error.message, 'See npm test -- --help');
  }
  const { values, positionals } = parsed;
  const only = parseNames('--only', values.only) ?? names;
  const skip = parseNames('--skip', values.skip) ?? [];
  const wanted = only.filter(name => !skip.includes(name));
  if (positionals.length > 0 && wanted.length !== 1) {
    throw new UserError(
      `Which step are the arguments for: ${positionals.join(' ')}?`,
      'Name it with --only unit or --only journeys.',
    );
  }
  return { help: values.help, wanted, rest: positionals };
}

export async function run({ wanted, rest }) {
  const begin = Date.now();
  const results = [];
  for (const step of steps) {
    if (isStopping()) {
      break;
    }
    results.push(
      wanted.includes(step.name)
        ? await runStep(step, rest)
        : { step, outcome: 'left-out' },
    );
  }
  printSummary(results, begin);
  return countOf(results).failed === 0 ? 0 : 1;
}

/**
 * A step answers with `code`, and where it ran tests with `tests`, or with
 * `skipped`, the reason why it could not run.
 */
async function runStep(step, rest) {
  heading(`${step.name}: ${step.title}`);
  const begin = Date.now();
  let answer;
  try {
    answer = await step.run(rest);
  } catch (error) {
    console.error(error);
    answer = { code: 1 };
  }
  const outcome = outcomeOf(answer);
  const reason = answer.skipped ? ` (${answer.skipped})` : '';
  say(`\n${step.name}: ${outcome} after ${since(begin)}${reason}`);
  return { step, outcome, duration: since(begin), ...answer };
}

function outcomeOf({ code, skipped, tests }) {
  if (skipped) {
    return 'skipped';
  }
  return code === 0 && !tests?.failed ? 'passed' : 'failed';
}

function parseNames(flag, text) {
  if (text === undefined) {
    return undefined;
  }
  const wanted = text.split(',').map(name => name.trim());
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      `${flag}: there is no step ${unknown.join(', ')}.`,
      `Steps: ${names.join(', ')}.`,
    );
  }
  return wanted;
}
