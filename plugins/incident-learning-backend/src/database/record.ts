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
