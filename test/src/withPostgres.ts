/**
 * Runs a command beside a fresh PostgreSQL, which the `TestDatabases` of
 * `@backstage/backend-test-utils` then finds as `POSTGRES_18`:
 *
 *   yarn with-postgres yarn workspace <package> test --watchAll=false
 *
 * Ends with the exit code of the command.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { startPostgres } from './postgres';

async function main([command, ...args]: string[]): Promise<number> {
  if (!command) {
    console.error('Usage: yarn with-postgres COMMAND [ARGUMENT…]');
    return 2;
  }
  const postgres = await startPostgres();
  try {
    return await run(command, args, {
      ...process.env,
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
        postgres.connectionString,
    });
  } finally {
    await postgres.stop();
  }
}

function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
