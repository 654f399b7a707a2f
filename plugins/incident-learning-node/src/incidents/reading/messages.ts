/** What to say of a file that breaks off. */
export function describeEarlyEnd(failure: string): string {
  return `The file ends early here (${failure}): what came before it stands; import the whole file again.`;
}

/** What to say of a line or record that is too long. */
export function describeTooLong(what: string, maxBytes: number): string {
  const mebibytes = maxBytes / (1024 * 1024);
  const limit = Number.isInteger(mebibytes)
    ? `${mebibytes} MiB`
    : `${maxBytes} bytes`;
  return `The ${what} is longer than ${limit}: shorten it, or link to the large parts of it.`;
}

export const UNCLOSED =
  'A quotation mark or bracket of the record is not closed: correct it or export the file again.';

export const UNFINISHED =
  'The file ends in the middle of this record: what came before it stands; import the whole file again.';

export const ARRAY_UNCLOSED =
  'The file ends before its array is closed with ]: records at the end may be missing; import the whole file again.';

export const AFTER_ARRAY =
  'The array has ended, and what follows it is not read: put all records into one array, or one on each line.';

export const REST_NOT_READ =
  'Too much of the file is like this; the rest of it is not read.';
