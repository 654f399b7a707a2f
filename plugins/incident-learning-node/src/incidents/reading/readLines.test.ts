import fc from 'fast-check';
import {
  chunkLengths,
  collect,
  inChunks,
  repeated,
  thenFails,
} from './__testUtils__/sources';
import { readLines } from './readLines';

function read(bytes: Buffer | string, maxLineBytes?: number) {
  return collect(readLines(inChunks(bytes), { maxLineBytes }));
}

describe('readLines', () => {
  it('reads lines by either line break, without the byte order mark, and marks a last one without', async () => {
    expect(await read('\uFEFFfirst\r\n\nthird – ü 🙂\r\nlast')).toEqual([
      { line: 1, text: 'first' },
      { line: 2, text: '' },
      { line: 3, text: 'third – ü 🙂' },
      { line: 4, text: 'last', unended: true },
    ]);
    expect(await read('only\n')).toEqual([{ line: 1, text: 'only' }]);
    expect(await read('')).toEqual([]);
  });

  it('reads the same lines however the bytes are cut into chunks', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'ü', '🙂', '\n', '\r\n', '\uFFFD', ' '), {
        maxLength: 40,
      })
      .map(parts => parts.join(''));
    const bytes = fc.oneof(
      text.map(t => Buffer.from(t)),
      fc
        .tuple(text, fc.uint8Array({ maxLength: 4 }), text)
        .map(([a, b, c]) => Buffer.concat([Buffer.from(a), b, Buffer.from(c)])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, chunkLengths, async (all, lengths) => {
        const options = { maxLineBytes: 20 };
        const whole = await collect(readLines(inChunks(all, [1e6]), options));
        const cut = await collect(readLines(inChunks(all, lengths), options));
        expect(cut).toEqual(whole);
      }),
    );
  });

  it('tells the byte that is in another encoding, and reads on', async () => {
    const bytes = Buffer.concat([
      Buffer.from('good\nna\uFFFDme: Z'),
      Buffer.from('ürich', 'latin1'),
      Buffer.from('\nnul \0 byte\ngood again\n'),
    ]);
    expect(await read(bytes)).toEqual([
      { line: 1, text: 'good' },
      {
        line: 2,
        problem:
          'Byte 11 of it (0xFC) is no UTF-8: save the file as UTF-8 and import it again.',
      },
      {
        line: 3,
        problem:
          'Byte 5 of it is 0x00, which no text has: save the file as UTF-8 and import it again.',
      },
      { line: 4, text: 'good again' },
    ]);
  });

  it('passes a line that is too long without holding it', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 'x');
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const lines = [];
    for await (const line of readLines(
      repeated('short\n', mebibyte, 50, '\nnext\n'),
    )) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      lines.push(line);
    }
    expect(lines).toEqual([
      { line: 1, text: 'short' },
      {
        line: 2,
        problem:
          'The line is longer than 1 MiB: shorten it, or link to the large parts of it.',
      },
      { line: 3, text: 'next' },
    ]);
    expect(most).toBeLessThan(8 * 1024 * 1024);
  });

  it('takes a line of just the limit and none longer, also at the end of the file', async () => {
    const tooLong = 'The line is longer than 5 bytes';
    expect(await read('12345\r\n12345\n123456\n12345', 5)).toEqual([
      { line: 1, text: '12345' },
      { line: 2, text: '12345' },
      { line: 3, problem: expect.stringContaining(tooLong) },
      { line: 4, text: '12345', unended: true },
    ]);
    expect(await read('1234567', 5)).toEqual([
      { line: 1, problem: expect.stringContaining(tooLong) },
    ]);
  });

  it('keeps what came before a source fails, and not the line it fails in', async () => {
    expect(
      await collect(readLines(thenFails('one\ntwo\nthr', 'aborted'))),
    ).toEqual([
      { line: 1, text: 'one' },
      { line: 2, text: 'two' },
      {
        line: 3,
        problem:
          'The file ends early here (aborted): what came before it stands; import the whole file again.',
      },
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFFtitle\n', 'utf16le'), 'save it as UTF-8'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'Content-Encoding: gzip'],
    ['Excel', Buffer.from('504b03041400', 'hex'), 'save the sheet as CSV'],
  ])('says what to do with a file that is %s', async (_, bytes, remedy) => {
    expect(await read(bytes)).toEqual([
      { line: 1, problem: expect.stringContaining(remedy) },
    ]);
  });

  it('lets go of its source when nobody reads on', async () => {
    let isReleased = false;
    async function* source() {
      try {
        yield Buffer.from('one\ntwo\n');
        yield Buffer.from('three\n');
      } finally {
        isReleased = true;
      }
    }
    for await (const line of readLines(source())) {
      expect(line).toEqual({ line: 1, text: 'one' });
      break;
    }
    expect(isReleased).toBe(true);
  });
});
