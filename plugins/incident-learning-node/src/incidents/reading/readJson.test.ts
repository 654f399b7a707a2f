import fc from 'fast-check';
import {
  chunkLengths,
  collect,
  inChunks,
  repeated,
  thenFails,
} from './__testUtils__/sources';
import { readJson } from './readJson';

function read(text: string, maxLineBytes?: number) {
  return collect(readJson(inChunks(text), { maxLineBytes }));
}

function problem(line: number, message: string) {
  return {
    line,
    problem: { path: '', message: expect.stringContaining(message) },
  };
}

const UNCLOSED = 'A quotation mark or bracket of the record is not closed';

const LAYOUTS = {
  lines: (values: unknown[]) =>
    values.map(value => `${JSON.stringify(value)}\n`).join(''),
  'windows lines': (values: unknown[]) =>
    values.map(value => `\r\n ${JSON.stringify(value)}`).join('\r\n'),
  'one array on one line': (values: unknown[]) => JSON.stringify(values),
  'an array of lines': (values: unknown[]) =>
    `[${values.map(value => JSON.stringify(value)).join('\n,')}\n]\n`,
  'an indented array': (values: unknown[]) => JSON.stringify(values, null, 2),
  'indented objects': (values: unknown[]) =>
    values.map(value => JSON.stringify(value, null, 1)).join('\n'),
};

describe('readJson', () => {
  it.each(Object.entries(LAYOUTS))(
    'reads what was written as %s, however it is cut into chunks',
    async (_, write) => {
      const record = fc
        .dictionary(
          fc.constantFrom('a', 'b"', '{', 'ü\\'),
          fc.oneof(
            fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme' }),
            fc.constantFrom('"}]', '\\', '\n', '[{', '🙂'),
          ),
        )
        // An object with nothing in it is written alike on one line or several.
        .map(value => ({ ...value, id: 1 }))
        .filter(value => !JSON.stringify(value).includes('\\u0000'));
      await fc.assert(
        fc.asyncProperty(
          fc.array(record, { maxLength: 5 }),
          chunkLengths,
          async (values, lengths) => {
            const source = inChunks(write(values), lengths);
            const records = await collect(readJson(source));
            expect(records.map(r => ('value' in r ? r.value : r))).toEqual(
              JSON.parse(JSON.stringify(values)),
            );
          },
        ),
      );
    },
  );

  it('gives the line each record starts on', async () => {
    const lines = (text: string) =>
      read(text).then(records => records.map(record => record.line));
    expect(await lines('\n{"a":1}\n\n{"a":2}\n')).toEqual([2, 4]);
    expect(
      await lines('[\n  {\n    "a": 1\n  },\n\n  { "a": 2 }, { "a": 3 }\n]'),
    ).toEqual([2, 6, 6]);
    expect(await lines('{\n "a": 1\n}\n{\n "a": 2\n}')).toEqual([1, 4]);
  });

  it('tells a line that is no record, and reads on', async () => {
    const text = [
      '{"a": 1}',
      '{"a": tru}',
      '{"a": "cut of',
      '{"a": 1 "b": 2}',
      '["a"]',
      '"a"',
      `{"a": ${'['.repeat(101)}${']'.repeat(101)}}`,
      '{"a": {"b": ["ok", "null \\u0000 char"]}}',
      '{"a": "half \\ud83d"}',
      '{"a": "whole \\ud83d\\ude42"}',
      '',
    ].join('\n');
    expect(await read(text)).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, "The record is no valid JSON (unexpected token '}'"),
      problem(3, 'The record is not finished'),
      problem(4, "expected ',' or '}' after property value, at character 9)"),
      problem(5, 'It is no JSON object'),
      problem(6, 'It is no JSON object'),
      problem(7, 'nested more than 100 levels deep'),
      {
        line: 8,
        problem: {
          path: 'a.b.1',
          message:
            'has the character U+0000, which cannot be stored: remove it',
        },
      },
      {
        line: 9,
        problem: { path: 'a', message: expect.stringContaining('U+D83D') },
      },
      { line: 10, value: { a: 'whole 🙂' } },
    ]);
  });

  it('tells a last line that was cut off', async () => {
    expect(await read('{"a":1}\n{"a":2,"b"')).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, 'The file ends in the middle of this record'),
    ]);
    expect(await read('{"a":1}')).toEqual([{ line: 1, value: { a: 1 } }]);
    expect(
      await collect(readJson(thenFails('{"a":1}\n{"a":2}', 'aborted'))),
    ).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, 'The file ends early here (aborted)'),
    ]);
  });

  it.each([
    [
      'a value that is none',
      '[\n{"a":1},\n{"a":tru},\n{"a":3}\n]',
      problem(3, 'no valid JSON'),
    ],
    [
      'a quotation mark that is not closed',
      '[\n{"a":1},\n{"a":"x},\n{"a":3}\n]',
      problem(3, UNCLOSED),
    ],
    [
      'a brace that is not closed',
      '[\n{"a":1},\n{"a":{"b":2},\n{"a":3}\n]',
      problem(3, UNCLOSED),
    ],
    [
      'a bracket too many',
      '[\n{"a":1},\n{"a":2]},\n{"a":3}\n]',
      problem(3, UNCLOSED),
    ],
    [
      'an indented record that is not closed',
      '[\n  {\n    "a": 1\n  },\n  {\n    "a": [\n      {"b": 1}\n  },\n  {\n    "a": 3\n  }\n]',
      problem(5, UNCLOSED),
    ],
    [
      'what is no object',
      '[{"a":1}, 17, {"a":3}]',
      problem(1, 'no JSON object'),
    ],
  ])('finds the records around %s in an array', async (_, text, expected) => {
    expect(await read(text)).toEqual([
      { line: expect.any(Number), value: { a: 1 } },
      expected,
      { line: expect.any(Number), value: { a: 3 } },
    ]);
  });

  it('tells an array that was cut off, in a record or between two', async () => {
    expect(await read('[\n{"a":1},\n{"a":')).toEqual([
      { line: 2, value: { a: 1 } },
      problem(3, 'The file ends in the middle of this record'),
    ]);
    expect(await read('[{"a":1},\n')).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, 'The file ends before its array is closed'),
    ]);
    expect(
      await collect(readJson(thenFails('[{"a":1},\n{"a":2', 'aborted'))),
    ).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, 'The file ends early here (aborted)'),
    ]);
    expect(await read('[{"a":1}]\n[{"a":2}]')).toEqual([
      { line: 1, value: { a: 1 } },
      problem(2, 'The array has ended'),
    ]);
  });

  it('passes a record that is too long without holding it', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 'x');
    for (const [start, end] of [
      ['[{"a":1},{"a":"', '"},{"a":3}]'],
      ['[\n  {"a":1},\n  {\n    "a":"', '"\n  },\n  {"a":3}\n]'],
      ['[{"a":1},', ',{"a":3}]'],
    ]) {
      const before = process.memoryUsage().arrayBuffers;
      const records = await collect(
        readJson(repeated(start, mebibyte, 50, end)),
      );
      expect(records).toEqual([
        { line: expect.any(Number), value: { a: 1 } },
        problem(start.split('\n').length > 1 ? 3 : 1, 'longer than 1 MiB'),
        { line: expect.any(Number), value: { a: 3 } },
      ]);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(
        16 * 1024 * 1024,
      );
    }
  });

  it('finds its way back from a record that is never closed in a long array', async () => {
    const records = Array.from({ length: 100 }, (_, i) => `{"a":${i}}`);
    records[3] = '{"a":[';
    const read100 = await read(`[\n${records.join(',\n')}\n]`, 200);
    expect(read100.filter(record => 'problem' in record)).toEqual([
      problem(5, UNCLOSED),
    ]);
    expect(read100).toHaveLength(100);
  });

  it('gives up a file in which no record is closed, rather than read it over and over', async () => {
    const lines = '{"a":[\n'.repeat(400_000);
    const records = await collect(readJson(inChunks(`[\n${lines}`, [65_536])));
    expect(records.every(record => 'problem' in record)).toBe(true);
    expect(records.length).toBeLessThan(100);
    expect(records[records.length - 1]).toEqual(
      problem(records.length + 1, 'the rest of it is not read'),
    );
  });

  it('reads nothing from an empty file or array', async () => {
    expect(await read('')).toEqual([]);
    expect(await read(' \n\n')).toEqual([]);
    expect(await read('[]')).toEqual([]);
    expect(await read('\uFEFF[ ]\n')).toEqual([]);
  });
});
