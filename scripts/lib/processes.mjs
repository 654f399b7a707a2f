import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

const running = new Set();
const graceMs = 10_000;
let stopping = false;

/**
 * Starts a process in a group of its own, so that ending it ends what it
 * started as well; `detached: false` leaves it in the terminal's. `finished`
 * resolves with its exit code (128 + signal number where a signal ended it).
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    detached: true,
    ...options,
    env: { ...process.env, ...options.env },
  });
  const signal = name => signalTo(child, options.detached !== false, name);
  const finished = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(handle);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
  const handle = {
    child,
    finished,
    async stop() {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), graceMs);
      await finished.catch(() => undefined);
      clearTimeout(timer);
      // What it started may outlive it.
      signal('SIGKILL');
    },
  };
  running.add(handle);
  return handle;
}

/** Runs Node.js on a script until it ends. Resolves with the exit code. */
export function runNode(args, options) {
  return start(process.execPath, args, options).finished;
}

/** Runs a command and collects what it prints. */
export async function capture(command, args, options = {}) {
  const { child, finished } = start(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', text => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', text => {
    output.stderr += text;
    options.onStderr?.(text);
  });
  return { code: await finished, ...output };
}

/** True once this process is ending what it started. */
export function isStopping() {
  return stopping;
}

export async function stopAll() {
  stopping = true;
  await Promise.all([...running].map(handle => handle.stop()));
}

/**
 * Ends all children cleanly on Ctrl-C and on signals, then this process. A
 * terminal and npm may both pass on one Ctrl-C, so repeats are not heeded.
 */
export function stopOnSignals() {
  onSignal(signal => {
    if (!stopping) {
      stopAll().finally(() => process.exit(128 + constants.signals[signal]));
    }
  });
}

/** Calls back for each signal that asks this process to end. */
export function onSignal(callback) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => callback(signal));
  }
  // Ending npm ends the shell between npm and this process, which then hears
  // of nothing: notice that by its parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) {
        callback('SIGTERM');
      }
    }, 1000).unref();
  }
}

function signalTo(child, isGroup, name) {
  try {
    process.kill(isGroup ? -child.pid : child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}
