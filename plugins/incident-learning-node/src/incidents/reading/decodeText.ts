import { isUtf8 } from 'node:buffer';

/** The text of some bytes, or why there is none. */
export type Decoded = { text: string } | { problem: string };

const REPLACEMENT = '\uFFFD';

/** Decodes UTF-8 strictly: a wrong encoding would otherwise turn into wrong letters that nobody notices. */
export function decodeText(bytes: Buffer): Decoded {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return { problem: describeByte(nul, 'is 0x00, which no text has') };
  }
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) {
    return { text };
  }
  const at = firstInvalidByte(bytes, text);
  const hex = bytes[at].toString(16).toUpperCase().padStart(2, '0');
  return { problem: describeByte(at, `(0x${hex}) is no UTF-8`) };
}

function describeByte(offset: number, fault: string): string {
  return `Byte ${
    offset + 1
  } of it ${fault}: save the file as UTF-8 and import it again.`;
}

/** The decoder puts U+FFFD in the place of what it cannot read; the first that is not in the bytes themselves. */
function firstInvalidByte(bytes: Buffer, text: string): number {
  let at = 0;
  let from = 0;
  for (;;) {
    const mark = text.indexOf(REPLACEMENT, from);
    at += Buffer.byteLength(text.slice(from, mark));
    if (bytes.toString('utf8', at, at + 3) !== REPLACEMENT) {
      return at;
    }
    if (!isUtf8(bytes.subarray(at, at + 3))) {
      return at;
    }
    at += 3;
    from = mark + 1;
  }
}

const FOREIGN: [signature: string, problem: string][] = [
  ['fffe', 'The file is UTF-16: save it as UTF-8 and import it again.'],
  ['feff', 'The file is UTF-16: save it as UTF-8 and import it again.'],
  [
    '1f8b',
    'The file is compressed with gzip: unpack it, or send it with the header Content-Encoding: gzip.',
  ],
  [
    '504b0304',
    'The file is a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV in UTF-8.',
  ],
];

/** What is wrong with a file that by its first bytes is no UTF-8 text at all. */
export function describeForeignFile(head: Buffer): string | undefined {
  const start = head.toString('hex', 0, 4);
  return FOREIGN.find(([signature]) => start.startsWith(signature))?.[1];
}
