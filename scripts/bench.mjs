import { readdirSync, readFileSync } from 'node:fs';
import { UserError } from './lib/console.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/processes.mjs';

const folder = inRoot('test', 'bench');

export const help = `npm run bench -- NAME [arguments]

Runs a benchmark of test/bench; the arguments go to it.`;

export function parse([name, ...rest]) {
  if (name === '--help') {
    return { help: true };
  }
  return { name, rest };
}

export function run({ name, rest }) {
  const known = listBenchmarks();
  if (!known.includes(name)) {
    throw new UserError(
      name ? `There is no benchmark "${name}".` : 'Which benchmark?',
      `Choose one: ${known.join(', ') || 'there are none yet'}.`,
    );
  }
  return runNode(['--import', 'tsx', `${folder}/${name}.ts`, ...rest]);
}

/** The files that say how to run them; the others help these. */
function listBenchmarks() {
  return readdirSync(folder)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .filter(name =>
      readFileSync(`${folder}/${name}.ts`, 'utf8').includes(
        `npm run bench -- ${name}`,
      ),
    );
}
