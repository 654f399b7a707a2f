import { Readable, pipeline } from 'stream';
import { stringify as stringifyStream } from 'csv-stringify';
import { stringify } from 'csv-stringify/sync';

/** One column of a CSV file: its heading, and what stands in it. */
export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => string | number | boolean | undefined;
}

const FORMAT = {
  bom: true,
  record_delimiter: 'windows',
  escape_formulas: true,
} as const;

/**
 * Rows as CSV by RFC 4180, with a byte order mark by which spreadsheets tell UTF-8. Text that a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
export function csvOf<Row>(columns: CsvColumn<Row>[], rows: Row[]): string {
  return stringify(
    [
      columns.map(({ header }) => header),
      ...rows.map(row => columns.map(({ value }) => cellOf(value(row)))),
    ],
    FORMAT,
  );
}

/** The same of rows that come page by page, so that a file of any length is written as it is read. */
export function csvStream<Row>(
  columns: CsvColumn<Row>[],
  pages: AsyncIterable<Row[]>,
): Readable {
  async function* records() {
    yield columns.map(({ header }) => header);
    for await (const rows of pages) {
      yield* rows.map(row => columns.map(({ value }) => cellOf(value(row))));
    }
  }
  return pipeline(Readable.from(records()), stringifyStream(FORMAT), () => {});
}

/** Numbers go as they are: a negative one is no formula. */
function cellOf(value: string | number | boolean | undefined) {
  return typeof value === 'boolean' ? String(value) : value ?? '';
}
