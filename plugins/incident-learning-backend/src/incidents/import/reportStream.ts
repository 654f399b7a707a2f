import { createReadStream, createWriteStream } from 'fs';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { once } from 'events';
import { pipeline } from 'stream/promises';
import type { Writable } from 'stream';
import type {
  ImportReport,
  ImportRow,
} from '@hindsight/backstage-plugin-incident-learning-common';

type Counts = Omit<ImportReport, 'rows'>;

/**
 * Writes an import's report as JSON, however many rows it has.
 *
 * The rows wait in a temporary file until the upload has been read to its end: a client that only reads once it has
 * sent everything would otherwise wait for us while we wait for it.
 *
 * @param respond - called once the import is through; gives where to write
 */
export async function writeReport(
  batches: AsyncIterable<ImportRow[]>,
  respond: () => Writable,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'incident-import-'));
  try {
    const path = join(folder, 'rows.json');
    const counts = await spool(batches, path);
    const target = respond();
    target.write(`${JSON.stringify(counts).slice(0, -1)},"rows":[`);
    await pipeline(createReadStream(path), target, { end: false });
    target.end(']}');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function spool(
  batches: AsyncIterable<ImportRow[]>,
  path: string,
): Promise<Counts> {
  const counts = emptyCounts();
  const file = createWriteStream(path);
  let separator = '';
  for await (const rows of batches) {
    if (rows.length > 0) {
      count(counts, rows);
      const text = rows.map(row => JSON.stringify(row)).join(',');
      if (!file.write(separator + text)) {
        await once(file, 'drain');
      }
      separator = ',';
    }
  }
  file.end();
  await once(file, 'close');
  return counts;
}

export function emptyCounts(): Counts {
  return { created: 0, updated: 0, unchanged: 0, rejected: 0, warnings: 0 };
}

/** Adds a batch's rows to the counts. */
export function count(counts: Counts, rows: ImportRow[]): void {
  for (const { outcome, problems } of rows) {
    counts[outcome] += 1;
    if (outcome !== 'rejected' && problems.length > 0) {
      counts.warnings += 1;
    }
  }
}
