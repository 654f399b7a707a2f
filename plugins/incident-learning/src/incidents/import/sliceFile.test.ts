import { FileSlice, SliceOptions, sliceFile } from './sliceFile';

async function* chunksOf(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.slice(at, at + size);
  }
}

async function slicesOf(text: string, chunk: number, options: SliceOptions) {
  const slices: FileSlice[] = [];
  for await (const slice of sliceFile(chunksOf(text, chunk), options)) {
    slices.push(slice);
  }
  return Promise.all(
    slices.map(async ({ data, lineOffset, bytes }) => ({
      text: await data.text(),
      lineOffset,
      bytes,
    })),
  );
}

const EVERY_CHUNK_SIZE = [1, 2, 3, 5, 7, 16, 1000];

describe('sliceFile', () => {
  describe('of lines', () => {
    it.each(EVERY_CHUNK_SIZE)(
      'cuts after the line that reaches the size, read %d bytes at a time',
      async chunk => {
        const text = '{"a":1}\n{"b":"é"}\r\n\n{"c":"\\"\\n"}\n{"d":4}';
        const slices = await slicesOf(text, chunk, {
          framing: 'lines',
          size: 10,
        });

        expect(slices).toEqual([
          { text: '{"a":1}\n{"b":"é"}\r\n', lineOffset: 0, bytes: 20 },
          { text: '\n{"c":"\\"\\n"}\n', lineOffset: 2, bytes: 14 },
          { text: '{"d":4}', lineOffset: 4, bytes: 7 },
        ]);
      },
    );

    it('never cuts a line, however long', async () => {
      const long = 'x'.repeat(500);
      const slices = await slicesOf(`${long}\n${long}\n`, 64, {
        framing: 'lines',
        size: 10,
      });

      expect(slices.map(slice => slice.text)).toEqual([
        `${long}\n`,
        `${long}\n`,
      ]);
    });

    it('gives up on a record that no memory should hold', async () => {
      await expect(
        slicesOf(`short\n${'x'.repeat(200)}`, 16, {
          framing: 'lines',
          size: 1000,
          maxRecord: 100,
        }),
      ).rejects.toThrow('The record in line 2 is longer than 100 bytes');
    });

    it('gives nothing for an empty file, and a file without a line break whole', async () => {
      const options: SliceOptions = { framing: 'lines', size: 1 };
      expect(await slicesOf('', 8, options)).toEqual([]);
      expect(await slicesOf('{}', 8, options)).toEqual([
        { text: '{}', lineOffset: 0, bytes: 2 },
      ]);
    });
  });

  describe('of CSV', () => {
    it.each(EVERY_CHUNK_SIZE)(
      'repeats the header and leaves quoted line breaks alone, read %d bytes at a time',
      async chunk => {
        const header = 'title,"long\r\nname"\r\n';
        const text = `${header}a,1\r\n"b\n""x"",\n",2\r\nfive" inch,3\r\nd,4`;
        const slices = await slicesOf(text, chunk, { framing: 'csv', size: 8 });

        expect(slices).toEqual([
          { text: `${header}a,1\r\n`, lineOffset: 0, bytes: 25 },
          { text: `${header}"b\n""x"",\n",2\r\n`, lineOffset: 1, bytes: 15 },
          { text: `${header}five" inch,3\r\n`, lineOffset: 4, bytes: 14 },
          { text: `${header}d,4`, lineOffset: 5, bytes: 3 },
        ]);
        // Line 3 of the last slice is `d,4`, which is line 7 + 1 of the file.
        expect(text.split('\n')[5 + 3 - 1]).toBe('d,4');
      },
    );

    it('keeps a header without records in one slice', async () => {
      const slices = await slicesOf('title,kind\n', 4, {
        framing: 'csv',
        size: 1,
      });
      expect(slices).toEqual([
        { text: 'title,kind\n', lineOffset: 0, bytes: 11 },
      ]);
    });
  });
});
