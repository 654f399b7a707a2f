import fc from 'fast-check';
import { inChunks, thenFails } from '../__testUtils__/files';
import { CsvRow, readCsv } from './readCsv';

async function read(
  source: AsyncIterable<Uint8Array> | Buffer | string,
): Promise<CsvRow[]> {
  const isBytes = typeof source === 'string' || Buffer.isBuffer(source);
  const rows: CsvRow[] = [];
  for await (const row of readCsv(isBytes ? inChunks(source, 99) : source)) {
    rows.push(row);
  }
  return rows;
}

function problem(line: number, message: string) {
  return { line, problem: expect.stringContaining(message) };
}

const UNCLOSED = 'opens with a quotation mark that is not closed';
const MISPLACED = 'A quotation mark stands where none may';

describe('readCsv', () => {
  it('keeps the line numbers right behind quoted line breaks, and reads on behind bad records', async () => {
    const file = Buffer.concat([
      Buffer.from('"two\r\n\r\nlines",high\r\n\r\n"said "no" twice",low\r\n'),
      Buffer.from('good,low\r\n'),
      Buffer.from('"caf\u00e9",low\r\n', 'latin1'),
      Buffer.from(`${'x'.repeat(1024 * 1024)},low\r\nlast,low`),
    ]);
    expect(await read(file)).toEqual([
      { line: 1, cells: ['two\n\nlines', 'high'] },
      problem(5, MISPLACED),
      { line: 6, cells: ['good', 'low'] },
      problem(7, 'Byte 5 of it (0xE9) is no UTF-8'),
      problem(8, 'longer than 1 MiB'),
      { line: 9, cells: ['last', 'low'] },
    ]);
  });

  it('finds its way back from a quotation mark that is never closed', async () => {
    const good = (line: number) => ({ line, cells: ['good', 'low'] });
    expect(await read('"bad,low\ngood,low\ngood,low')).toEqual([
      problem(1, UNCLOSED),
      good(2),
      good(3),
    ]);
    expect(await read('"bad,low\n"good",low\ngood,"low"')).toEqual([
      problem(1, MISPLACED),
      good(2),
      good(3),
    ]);
    const rows = await read(`"bad,low\n${'good,low\n'.repeat(150_000)}`);
    expect(rows[0]).toEqual(problem(1, UNCLOSED));
    expect(rows).toHaveLength(150_001);
  });

  it('keeps what came before an upload is cut off', async () => {
    expect(await read(thenFails('a,1\nb,2', 'aborted'))).toEqual([
      { line: 1, cells: ['a', '1'] },
      problem(2, 'The file ends early here (aborted)'),
    ]);
    expect(await read(thenFails('a,1\n"b\n', 'aborted'))).toEqual([
      { line: 1, cells: ['a', '1'] },
      problem(2, UNCLOSED),
      problem(3, 'The file ends early here (aborted)'),
    ]);
  });

  it('reads the same cells however they are quoted and cut into chunks', async () => {
    const cell = fc
      .array(fc.constantFrom('a', ',', '"', '\n', ';', 'ü', ' '))
      .map(parts => parts.join(''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({ min: 1, max: 9 }),
        async (written, length) => {
          const all = [['head', 'er'], ...written];
          const file = all.map(row =>
            row.map(text => `"${text.replace(/"/g, '""')}"`).join(','),
          );
          const cells = (await read(inChunks(file.join('\r\n'), length))).map(
            row => ('cells' in row ? row.cells : row),
          );
          const isFilled = (row: string[]) => /[^\s,;"]/.test(row.join());
          expect(cells).toEqual(all.filter(isFilled));
        },
      ),
    );
  });
});
