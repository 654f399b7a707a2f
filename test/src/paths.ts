import { dirname, resolve } from 'node:path';

const root = dirname(require.resolve('../../package.json'));

/** A path inside the repository. */
export function inRoot(...parts: string[]): string {
  return resolve(root, ...parts);
}
