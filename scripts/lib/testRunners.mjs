import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { bin, inLocal, inRoot, root } from './paths.mjs';
import { runNode } from './processes.mjs';

/** All packages' tests, with a PostgreSQL beside them. `rest` goes to Jest. */
export async function runJest(rest) {
  const report = prepareReport('jest.json');
  const code = await runNode(
    [
      '--import',
      'tsx',
      inRoot('test/src/withPostgres.ts'),
      process.execPath,
      bin('backstage-cli'),
      'repo',
      'test',
      '--watchAll=false',
      '--json',
      `--outputFile=${report}`,
      ...rest,
    ],
    {
      // Databases come from the PostgreSQL beside the tests, not from Docker.
      env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', NODE_ENV: 'test' },
    },
  );
  const results = readReport(report);
  return { code, tests: results && countJest(results) };
}

/** Node's own test runner over test/journeys, one file after the other. */
export async function runJourneys(rest) {
  const files = rest.length > 0 ? rest : listJourneys();
  if (files.length === 0) {
    return { skipped: 'there are no journeys' };
  }
  const report = prepareReport('journeys.json');
  const code = await runNode([
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=1',
    '--test-force-exit',
    '--test-timeout=600000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${inRoot('scripts/lib/countingReporter.mjs')}`,
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  return { code, tests: readReport(report) };
}

function listJourneys() {
  return readdirSync(inRoot('test/journeys'))
    .filter(file => /\.test\.tsx?$/.test(file))
    .map(file => `test/journeys/${file}`);
}

function countJest({ testResults }) {
  const byStatus = status => file =>
    file.assertionResults
      .filter(test => test.status === status)
      .map(test => test.fullName);
  const broken = testResults
    .filter(
      file =>
        file.status === 'failed' &&
        !file.assertionResults.some(test => test.status === 'failed'),
    )
    .map(file => `${relative(root, file.name)} did not run`);
  const failed = [...testResults.flatMap(byStatus('failed')), ...broken];
  const skipped = ['pending', 'todo', 'disabled'].flatMap(status =>
    testResults.flatMap(byStatus(status)),
  );
  return {
    passed: testResults.flatMap(byStatus('passed')).length,
    failed: failed.length,
    skipped: skipped.length,
    failedNames: failed,
    skippedNames: skipped,
  };
}

function prepareReport(name) {
  const file = inLocal('test', name);
  mkdirSync(inLocal('test'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner broke down before it could write; its exit code says so.
    return undefined;
  }
}
