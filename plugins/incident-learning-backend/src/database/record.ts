import { isoOf } from './values';

/** The columns that every stored thing has. PostgreSQL gives a bigint as text. */
export interface RecordRow {
  id: string;
  revision: number;
  created_at: number | string;
  updated_at: number | string;
  created_by: string;
}

/** What every stored thing has, as the API gives it. */
export interface StoredRecord {
  id: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  createdBy: string;
}

export function toRecordRow(record: StoredRecord): RecordRow {
  return {
    id: record.id,
    revision: record.revision,
    created_at: Date.parse(record.createdAt),
    updated_at: Date.parse(record.updatedAt),
    created_by: record.createdBy,
  };
}

/** What a thing says, apart from what every stored thing has. */
export function contentOfRecord<T extends StoredRecord>(
  thing: T,
): Omit<T, keyof StoredRecord> {
  const { id, revision, createdAt, updatedAt, createdBy, ...content } = thing;
  return content;
}

export function fromRecordRow(row: RecordRow): StoredRecord {
  return {
    id: row.id,
    revision: row.revision,
    createdAt: isoOf(row.created_at),
    updatedAt: isoOf(row.updated_at),
    createdBy: row.created_by,
  };
}

/** The columns that every line of a history has. PostgreSQL gives a bigint as text. */
export interface ChangeRow {
  id: string;
  revision: number;
  at: number | string;
  by: string;
  operation: string;
  changes: string;
}

/** What every line of a history has, as the API gives it. */
interface StoredChange {
  id: string;
  revision: number;
  at: string;
  by: string;
  operation: string;
  changes: unknown[];
}

export function toChangeRow(change: StoredChange): ChangeRow {
  const { id, revision, at, by, operation, changes } = change;
  return {
    id,
    revision,
    at: Date.parse(at),
    by,
    operation,
    changes: JSON.stringify(changes),
  };
}

export function fromChangeRow<Change extends StoredChange>(
  row: ChangeRow,
): Pick<Change, keyof StoredChange> {
  const { id, revision, at, by, operation, changes } = row;
  return {
    id,
    revision,
    at: isoOf(at),
    by,
    operation: operation as Change['operation'],
    changes: JSON.parse(changes),
  };
}
