import { InputError } from '@backstage/errors';

/** Where the next page starts: after this row of this order. */
export interface Cursor {
  sort: string;
  /** Absent once the rows without a value are reached. */
  value?: string | number;
  id: string;
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(
    JSON.stringify([cursor.sort, cursor.value ?? false, cursor.id]),
  ).toString('base64url');
}

/** @throws InputError when the text is no cursor of a list in this order */
export function decodeCursor(text: string, sort: string): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    parsed = undefined;
  }
  if (!Array.isArray(parsed) || typeof parsed[2] !== 'string') {
    throw new InputError(
      'Query parameter cursor is none that we gave: send nextCursor of the page before, or leave it out',
    );
  }
  const [cursorSort, value, id] = parsed;
  if (cursorSort !== sort) {
    throw new InputError(
      `Query parameter cursor belongs to a list sorted by ${cursorSort}: keep sort, or leave cursor out`,
    );
  }
  return { sort, value: value === false ? undefined : value, id };
}
