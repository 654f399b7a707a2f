import { createWriteStream, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { withoutColours } from './console.mjs';
import { inLocal } from './paths.mjs';
import { isStopping, start } from './processes.mjs';

const keptLines = 60;

/**
 * Starts a long-running part of the portal. What it prints goes to
 * `.local/logs/<name>.log`. Of each line, without its colours, `pick` tells
 * what to show: a text, or nothing.
 *
 * `ended` resolves with its exit code once it ends; `lastLines()` tells what
 * it said last.
 */
export function startService(name, args, { pick, ...options }) {
  mkdirSync(inLocal('logs'), { recursive: true });
  const logFile = inLocal('logs', `${name}.log`);
  const log = createWriteStream(logFile);
  const last = [];

  const { child, finished, stop } = start(process.execPath, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      const plain = withoutColours(line);
      log.write(`${plain}\n`);
      last.push(line);
      last.splice(0, last.length - keptLines);
      const shown = pick(plain, line);
      if (shown !== undefined) {
        console.log(shown);
      }
    });
  }
  return { name, logFile, ended: finished, stop, lastLines: () => [...last] };
}

/**
 * Waits until `url` answers with 200. Gives up when the service ends, with
 * `ended`, or after `timeoutMs`, with `timeout`; otherwise `ready`.
 */
export async function waitUntilReady(service, url, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  let hasEnded = false;
  const onEnd = () => {
    hasEnded = true;
  };
  service.ended.then(onEnd, onEnd);
  while (!hasEnded && !isStopping()) {
    if (await answers(url)) {
      return 'ready';
    }
    if (Date.now() > deadline) {
      return 'timeout';
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  return 'ended';
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
