import { green, heading, red, say, since, yellow } from './console.mjs';

const paints = { passed: green, failed: red, skipped: yellow };
const shownNames = 20;
const shownLetters = 160;

/**
 * Passed, failed and skipped over all steps: each test counts one, and each
 * step that is not made of tests counts one.
 */
export function countOf(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome, tests } of results) {
    if (outcome === 'left-out') {
      continue;
    }
    if (!tests) {
      total[outcome] += 1;
      continue;
    }
    total.passed += tests.passed;
    total.skipped += tests.skipped;
    // A runner that broke down may have failed no test of its own.
    total.failed +=
      outcome === 'failed' ? Math.max(tests.failed, 1) : tests.failed;
  }
  return total;
}

/** The last line of all is the count, for whoever reads by machine. */
export function printSummary(results, begin) {
  heading(`Summary, ${since(begin)}`);
  for (const result of results) {
    printStep(result);
  }
  const { passed, failed, skipped } = countOf(results);
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function printStep({ step, outcome, duration, skipped, tests }) {
  if (outcome === 'left-out') {
    return;
  }
  const counts = tests
    ? `  ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`
    : '';
  const reason = skipped ? `  ${skipped}` : '';
  say(
    `${paints[outcome](outcome.padEnd(8))} ${step.name.padEnd(
      12,
    )} ${duration.padStart(12)}${counts}${reason}`,
  );
  printNames(tests?.failedNames, 'failed');
  printNames(tests?.skippedNames, 'skipped');
}

function printNames(all = [], outcome) {
  for (const name of all.slice(0, shownNames)) {
    const short =
      name.length > shownLetters ? `${name.slice(0, shownLetters)}…` : name;
    say(`           ${outcome}: ${short}`);
  }
  if (all.length > shownNames) {
    say(`           and ${all.length - shownNames} more ${outcome}`);
  }
}
