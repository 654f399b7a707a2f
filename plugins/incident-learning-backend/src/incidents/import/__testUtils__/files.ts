import type {
  ImportedRecord,
  IncidentImporter,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { existsSync } from 'fs';
import { resolve } from 'path';

/** A source of bytes, cut into chunks of this length. */
export async function* inChunks(
  bytes: Buffer | string,
  length = 7,
): AsyncGenerator<Buffer> {
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += length) {
    yield all.subarray(at, at + length);
  }
}

/** A source that breaks off after some bytes. */
export async function* thenFails(
  bytes: string,
  reason: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes);
  throw new Error(reason);
}

/** All that an importer makes of a file. */
export async function readAll(
  importer: IncidentImporter,
  source: AsyncIterable<Uint8Array> | Buffer | string,
): Promise<ImportedRecord[]> {
  const records: ImportedRecord[] = [];
  const isBytes = typeof source === 'string' || Buffer.isBuffer(source);
  for await (const record of importer.read(
    isBytes ? inChunks(source) : source,
  )) {
    records.push(record);
  }
  return records;
}

/** The folder of real data; it is no part of the repository. */
const DATA =
  process.env.HINDSIGHT_DATA ??
  resolve(__dirname, '../../../../../../../shared/data');

/** A file of the optional data folder, or undefined where the folder is absent. */
export function dataFile(name: string): string | undefined {
  const path = resolve(DATA, name);
  return existsSync(path) ? path : undefined;
}
