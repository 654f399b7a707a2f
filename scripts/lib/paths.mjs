import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);

/** A path inside the repository. */
export function inRoot(...parts) {
  return resolve(root, ...parts);
}

/** Where runs keep what is theirs; git ignores it. */
export function inLocal(...parts) {
  return inRoot('.local', ...parts);
}

/** A path as the person typed it: npm runs scripts in the repository's root. */
export function asTyped(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The JavaScript file behind a command of an installed package. */
export function bin(name) {
  return realpathSync(inRoot('node_modules', '.bin', name));
}
