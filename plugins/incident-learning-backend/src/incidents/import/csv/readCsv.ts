import {
  Line,
  readLines,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { parse } from 'csv-parse/sync';
import { CsvRecordCutter, CsvText } from './CsvRecordCutter';

/** The cells of one record, or why there are none. */
export type CsvRow =
  | {
      /** The line of the file where it starts, from 1. */
      line: number;
      cells: string[];
    }
  | { line: number; problem: string };

const MAX_RECORD_SIZE = 1024 * 1024;

/** The parser is started once for so much text, as its start costs as much as some ten records. */
const BATCH_SIZE = 64 * 1024;

const UNREADABLE =
  'The record cannot be told apart into cells: check its separators and quotation marks.';

class CsvReader {
  private readonly cutter: CsvRecordCutter;
  private batch: CsvText[] = [];
  private batchSize = 0;

  constructor(private readonly delimiter: string) {
    this.cutter = new CsvRecordCutter(delimiter, MAX_RECORD_SIZE);
  }

  *push(line: Line): Generator<CsvRow> {
    for (const text of this.cutter.push(line)) {
      yield* this.add(text);
    }
  }

  *end(): Generator<CsvRow> {
    for (const text of this.cutter.end()) {
      yield* this.add(text);
    }
    yield* this.flush();
  }

  private *add(text: CsvText): Generator<CsvRow> {
    if ('text' in text && !/[^\s,;"]/.test(text.text)) {
      return;
    }
    this.batch.push(text);
    this.batchSize += 'text' in text ? text.text.length : 0;
    if (this.batchSize >= BATCH_SIZE) {
      yield* this.flush();
    }
  }

  private *flush(): Generator<CsvRow> {
    const { batch } = this;
    this.batch = [];
    this.batchSize = 0;
    const texts = batch.flatMap(item => ('text' in item ? [item.text] : []));
    const rows = this.parse(texts.join('\n'));
    const isWhole = rows?.length === texts.length;
    let next = 0;
    for (const item of batch) {
      if ('problem' in item) {
        yield item;
      } else {
        const cells = isWhole ? rows[next++] : this.parse(item.text)?.[0];
        yield cells
          ? { line: item.line, cells }
          : { line: item.line, problem: UNREADABLE };
      }
    }
  }

  private parse(text: string): string[][] | undefined {
    try {
      return parse(text, {
        delimiter: this.delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        relax_quotes: true,
      });
    } catch {
      return undefined;
    }
  }
}

/**
 * Reads the records of a CSV file as they come, the header too. Cells are separated by comma, semicolon or tab,
 * whichever the first line has most of. Blank lines, and such without a filled cell, are passed over.
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<CsvRow> {
  let reader: CsvReader | undefined;
  for await (const line of readLines(source, {
    maxLineBytes: MAX_RECORD_SIZE,
  })) {
    if (!reader && 'text' in line && line.text.trim() === '') {
      continue;
    }
    reader ??= new CsvReader(delimiterOf(line));
    for (const row of reader.push(line)) {
      yield row;
    }
  }
  for (const row of reader?.end() ?? []) {
    yield row;
  }
}

function delimiterOf(line: Line): string {
  const text = 'text' in line ? line.text : '';
  const counts = [',', ';', '\t'].map(delimiter => ({
    delimiter,
    count: text.split(delimiter).length,
  }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).delimiter;
}
