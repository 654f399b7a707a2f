import { resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** A path inside the repository. */
export function inRoot(...parts: string[]): string {
  return resolve(root, ...parts);
}
