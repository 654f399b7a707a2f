import type {
  ImportFormat,
  ImportProblem,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** One record of a file, read but not yet checked against the incident's schema. @public */
export interface ImportedRecord {
  /** The line of the file where the record starts, from 1. */
  line: number;
  /** An `IncidentInput`, checked after; absent where the record cannot be read. */
  incident?: unknown;
  /** Of a record without `incident`: why it is rejected. Of any other: warnings. */
  problems?: ImportProblem[];
}

/**
 * Reads one file format.
 *
 * A record that cannot be read is yielded with its problems and never stops the rest; nothing is thrown for bad
 * input. Records are yielded as they are read, so that memory does not grow with the file.
 *
 * @public
 */
export interface IncidentImporter extends ImportFormat {
  read(source: AsyncIterable<Uint8Array>): AsyncIterable<ImportedRecord>;
}
