import type { ImportProblem } from '@hindsight/backstage-plugin-incident-learning-common';
import { cut, Line, ReadOptions } from './cut';
import { JsonCutter } from './JsonCutter';
import { LineCutter } from './LineCutter';
import { UNFINISHED } from './messages';
import { parseJson } from './parseJson';

/** An object of a JSON file, or why one cannot be read. @public */
export type JsonRecord =
  | {
      /** The line of the file where it starts, from 1. */
      line: number;
      value: Record<string, unknown>;
    }
  | { line: number; problem: ImportProblem };

/** So much blank space at the start of a file is read before it is taken for lines. */
const MAX_HEAD_BYTES = 64 * 1024;

/**
 * Reads the objects of a JSON file as they come: of one array, of NDJSON (one on each line), or one after another over
 * several lines.
 *
 * An object that cannot be read is given with its problem and does not stop the rest; nothing is thrown for bad
 * input. No more than one chunk and one object are held in memory.
 *
 * @public
 */
export async function* readJson(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<JsonRecord> {
  const { maxLineBytes } = options;
  const pieces = cut(
    source,
    head => {
      const form = formOf(head);
      return form === 'array' || form === 'objects'
        ? new JsonCutter(form === 'array', maxLineBytes)
        : new LineCutter(maxLineBytes);
    },
    head => formOf(head) !== undefined || head.length > MAX_HEAD_BYTES,
  );
  for await (const piece of pieces) {
    const record = recordOf(piece);
    if (record) {
      yield record;
    }
  }
}

/** @returns undefined where more of the file must be seen */
function formOf(head: Buffer): 'array' | 'objects' | 'lines' | undefined {
  const start = /^\s*(\S)[ \t\r]*([^ \t\r])?/.exec(head.toString('latin1'));
  if (start?.[1] === '[') {
    return 'array';
  }
  if (start && start[1] !== '{') {
    return 'lines';
  }
  // An object that stands on one line has more behind its first brace.
  if (!start?.[2]) {
    return undefined;
  }
  return start[2] === '\n' ? 'objects' : 'lines';
}

function recordOf(piece: Line): JsonRecord | undefined {
  const { line } = piece;
  if ('problem' in piece) {
    return { line, problem: { path: '', message: piece.problem } };
  }
  if (!/\S/.test(piece.text)) {
    return undefined;
  }
  const parsed = parseJson(piece.text);
  if ('problem' in parsed) {
    return piece.unended && parsed.isMalformed
      ? { line, problem: { path: '', message: UNFINISHED } }
      : { line, problem: parsed.problem };
  }
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'It is no JSON object: write each record as { … }.';
    return { line, problem: { path: '', message } };
  }
  return { line, value: value as Record<string, unknown> };
}
