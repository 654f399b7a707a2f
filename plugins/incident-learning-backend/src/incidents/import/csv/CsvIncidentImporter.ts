import type {
  ImportedRecord,
  IncidentImporter,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { CsvColumns, readHeader } from './columns';
import { readCsv } from './readCsv';

/** Of a file whose first line cannot be read: it is read to its end, and nothing more is told of it. */
const NONE: CsvColumns = readHeader([]);

/**
 * Reads incidents from CSV whose first line names the fields.
 *
 * A wrong column is told once, for the first line, and the records go in without it. Lists are separated by
 * semicolons, participants written `role=entity ref`; a time may be a date, month or year.
 */
export class CsvIncidentImporter implements IncidentImporter {
  readonly id = 'csv';
  readonly title = 'CSV (a column for each field of an incident)';
  readonly extensions = ['.csv', '.tsv'];

  async *read(
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<ImportedRecord> {
    let columns: CsvColumns | undefined;
    for await (const row of readCsv(source)) {
      const { line } = row;
      if ('problem' in row) {
        yield { line, problems: [{ path: '', message: row.problem }] };
        columns ??= NONE;
      } else if (!columns) {
        columns = readHeader(row.cells);
        const problems = columns.fault ? [columns.fault] : columns.problems;
        if (problems.length > 0) {
          yield { line, problems };
        }
      } else if (!columns.fault) {
        yield { line, ...columns.read(row.cells) };
      }
    }
    if (!columns) {
      const message =
        'The file is empty: its first line names the columns, and each other line is an incident.';
      yield { line: 1, problems: [{ path: '', message }] };
    }
  }
}
