/** Reporter of Node's test runner: the counts and names, as one JSON. */
export default async function* countingReporter(events) {
  const passed = [];
  const failedNames = [];
  const skippedNames = [];
  for await (const { type, data } of events) {
    const isTest = data?.details?.type !== 'suite';
    const left = data?.skip ?? data?.todo;
    if (type === 'test:fail' && isTest) {
      failedNames.push(data.name);
    } else if (type === 'test:pass' && left !== undefined) {
      // A suite that is skipped does not tell of its tests: it counts one.
      const why = typeof left === 'string' ? ` (${left})` : '';
      skippedNames.push(`${data.name}${why}`);
    } else if (type === 'test:pass' && isTest) {
      passed.push(data.name);
    }
  }
  yield JSON.stringify({
    passed: passed.length,
    failed: failedNames.length,
    skipped: skippedNames.length,
    failedNames,
    skippedNames,
  });
}
