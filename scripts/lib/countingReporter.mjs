/** Reporter of Node's test runner: the counts and names, as one JSON. */
export default async function* countingReporter(events) {
  const passed = [];
  const failedNames = [];
  const skippedNames = [];
  for await (const { type, data } of events) {
    const isTest = data?.details?.type !== 'suite';
    if (type === 'test:fail' && isTest) {
      failedNames.push(data.name);
    } else if (type === 'test:pass' && isTest) {
      const left = data.skip ?? data.todo;
      if (left === undefined) {
        passed.push(data.name);
      } else {
        const why = typeof left === 'string' ? ` (${left})` : '';
        skippedNames.push(`${data.name}${why}`);
      }
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
