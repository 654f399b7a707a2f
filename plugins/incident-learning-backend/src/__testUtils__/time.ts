/** Has the test go on at another time; only what tells the time is not real. */
export function setTime(now: string) {
  jest.useFakeTimers({
    now: Date.parse(now),
    doNotFake: [
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
}
