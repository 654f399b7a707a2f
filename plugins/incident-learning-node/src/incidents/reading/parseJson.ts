import type { ImportProblem } from '@hindsight/backstage-plugin-incident-learning-common';

/** Deeper data would overflow the stack of what stores and compares it. */
const MAX_DEPTH = 100;

/** @public */
export type ParsedJson =
  | { value: unknown }
  | {
      problem: ImportProblem;
      /** It is no JSON at all. */
      isMalformed?: true;
    };

/**
 * Parses JSON whose text comes from outside, and checks that databases can store its strings.
 *
 * @public
 */
export function parseJson(text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const problem = { path: '', message: describeError(error) };
    return { problem, isMalformed: true };
  }
  const problem = findProblem(text, value);
  return problem ? { problem } : { value };
}

/** Most texts are cleared at a glance, without a walk over their values. */
function findProblem(text: string, value: unknown): ImportProblem | undefined {
  if (hasMoreThan(text, MAX_DEPTH) && isDeeperThan(value, MAX_DEPTH)) {
    const message = `The record is nested more than ${MAX_DEPTH} levels deep: flatten it.`;
    return { path: '', message };
  }
  // Only an escape can bring such a character through a strict decoder.
  return text.includes('\\u') ? findUnstorable(value) : undefined;
}

/** Whether a text has more opening brackets than `count`. */
function hasMoreThan(text: string, count: number): boolean {
  let found = 0;
  for (const bracket of ['{', '[']) {
    let at = text.indexOf(bracket);
    while (at >= 0 && found <= count) {
      found++;
      at = text.indexOf(bracket, at + 1);
    }
  }
  return found > count;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return (
    levels === 0 ||
    Object.values(value).some(child => isDeeperThan(child, levels - 1))
  );
}

/** Tells the parser's reason in our words: its own repeat the record. */
function describeError(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/end of JSON|Unterminated/.test(message)) {
    return 'The record is not finished, a quotation mark or bracket is missing: correct it or export the file again.';
  }
  const [, reason = 'cannot be parsed'] =
    /^(.*?)(?:, "|, \.\.\."| in JSON| after JSON|$)/.exec(message) ?? [];
  const at = /at position (\d+)/.exec(message)?.[1];
  const place = at ? `, at character ${Number(at) + 1}` : '';
  return `The record is no valid JSON (${
    reason.charAt(0).toLowerCase() + reason.slice(1)
  }${place}): correct it or export the file again.`;
}

/** A lone half of a surrogate pair and U+0000 are valid JSON, yet PostgreSQL stores neither. */
function findUnstorable(value: unknown, path = ''): ImportProblem | undefined {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const place = path ? `${path}.${key}` : key;
      const problem = findUnstorable(key, path) ?? findUnstorable(child, place);
      if (problem) {
        return problem;
      }
    }
    return undefined;
  }
  const found = typeof value === 'string' && /[\0\p{Surrogate}]/u.exec(value);
  if (!found) {
    return undefined;
  }
  const code = found[0].charCodeAt(0).toString(16).toUpperCase();
  const character = `U+${code.padStart(4, '0')}`;
  const message = `has the character ${character}, which cannot be stored: remove it`;
  return { path, message };
}
