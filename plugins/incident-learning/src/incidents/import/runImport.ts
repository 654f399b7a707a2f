import type {
  ImportFormat,
  IncidentLearningApi,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { ImportFile, framingOf, readFile } from './importFile';
import { ImportSummary, ProblemCollector } from './problems';
import { FileSlice, sliceFile } from './sliceFile';

/** How far an import has come. */
export interface ImportProgress {
  bytesDone: number;
  bytesTotal: number;
  /** Records that were answered for, whatever the outcome. */
  records: number;
}

export interface ImportRun {
  summary: ImportSummary;
  /** In how many parts the file was sent. */
  slices: number;
  /** Every problem as CSV. */
  problemFile: Blob;
  /** Why it ended early; what went in before stays in. */
  error?: Error;
}

const SLICE_BYTES = 1024 * 1024;

/**
 * Sends a file to the importer slice by slice, one after the other. Settles
 * with what it has come to even when it fails or is aborted on the way.
 */
export async function runImport(options: {
  api: Pick<IncidentLearningApi, 'importIncidents'>;
  source: ImportFile;
  format: ImportFormat;
  dryRun: boolean;
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}): Promise<ImportRun> {
  const { api, source, format, dryRun, signal, onProgress } = options;
  const bytesTotal = source.file.size;
  const collector = new ProblemCollector();
  let records = 0;
  let slices = 0;
  let error: Error | undefined;
  onProgress({ bytesDone: 0, bytesTotal, records });
  try {
    for await (const { slice, bytesDone } of slicesOf(source, format)) {
      signal.throwIfAborted();
      const report = await api.importIncidents(slice.data, {
        format: format.id,
        dryRun,
        encoding: slice.encoding,
        signal,
      });
      collector.add(report, slice.lineOffset);
      slices += 1;
      records +=
        report.created + report.updated + report.unchanged + report.rejected;
      onProgress({ bytesDone, bytesTotal, records });
    }
  } catch (caught) {
    error = caught as Error;
  }
  return {
    summary: collector.summary(),
    slices,
    problemFile: collector.file(),
    error,
  };
}

type SentSlice = FileSlice & { encoding?: 'gzip' };

async function* slicesOf(
  source: ImportFile,
  format: ImportFormat,
): AsyncGenerator<{ slice: SentSlice; bytesDone: number }> {
  const { file, gzip } = source;
  const framing = framingOf(source, format);
  if (framing === 'whole') {
    const encoding = gzip ? ('gzip' as const) : undefined;
    const slice = { data: file, lineOffset: 0, bytes: file.size, encoding };
    yield { slice, bytesDone: file.size };
    return;
  }
  const { chunks, bytesRead } = readFile(source);
  let bytesSent = 0;
  for await (const slice of sliceFile(chunks, { framing, size: SLICE_BYTES })) {
    bytesSent += slice.bytes;
    // Of a packed file only what was read of it is known.
    yield { slice, bytesDone: gzip ? bytesRead() : bytesSent };
  }
}
