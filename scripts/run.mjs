/**
 * The way in for `npm start`, `npm test` and `npm run bench`.
 *
 * Needs nothing but Node.js 20.20 and npm: it finds a Node.js that Backstage
 * supports and the repository's own Yarn, goes on under these, installs what
 * is missing, then hands over to the command.
 */
import { install } from './lib/install.mjs';
import { fail, UserError } from './lib/console.mjs';
import { stopOnSignals } from './lib/processes.mjs';
import { continueUnder, findToolchain } from './lib/toolchain.mjs';

const commands = {
  start: () => import('./start.mjs'),
  test: () => import('./test.mjs'),
  bench: () => import('./bench.mjs'),
};

async function main([name, ...args]) {
  if (!Object.hasOwn(commands, name ?? '')) {
    throw new UserError(
      `Unknown command "${name ?? ''}".`,
      `Use one of: ${Object.keys(commands).join(', ')}.`,
    );
  }
  const command = await commands[name]();
  const options = command.parse(args);
  if (options.help) {
    console.log(command.help);
    return 0;
  }
  await command.prepare?.(options);

  const toolchain = await findToolchain();
  if (toolchain.node !== process.execPath) {
    return continueUnder(toolchain, process.argv.slice(1));
  }
  process.env.PATH = toolchain.path;
  stopOnSignals();
  await install(toolchain);
  return command.run(options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  fail(error);
  process.exitCode = 1;
}
