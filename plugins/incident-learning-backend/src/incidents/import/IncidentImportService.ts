import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ImportFormat,
  ImportRow,
  IncidentContent,
  incidentImportPermission,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type {
  ImportedRecord,
  IncidentImporter,
} from '@hindsight/backstage-plugin-incident-learning-node';
import type { IncidentAccess } from '../../access';
import { problemsOf } from '../../http';
import type { IncidentDrafts } from '../IncidentDrafts';
import type { IncidentStore } from '../IncidentStore';
import { ImportBatch, ImportCandidate } from './ImportBatch';

export interface ImportOptions {
  format: string;
  dryRun?: boolean;
  credentials: BackstageCredentials;
}

const BATCH_SIZE = 1000;

export interface IncidentImportServiceOptions {
  importers: IncidentImporter[];
  access: IncidentAccess;
  store: IncidentStore;
  drafts: IncidentDrafts;
  /** Who is behind credentials, as kept in `createdBy` and the history. */
  nameOf: (credentials: BackstageCredentials) => string;
}

/** Reads files of incidents and writes them, batch by batch, each record once however often it comes. */
export class IncidentImportService {
  private readonly batches: ImportBatch;

  static create(options: IncidentImportServiceOptions): IncidentImportService {
    return new IncidentImportService(options);
  }

  private constructor(private readonly options: IncidentImportServiceOptions) {
    this.batches = new ImportBatch(options);
  }

  get formats(): ImportFormat[] {
    return this.options.importers.map(({ id, title, extensions }) => ({
      id,
      title,
      extensions,
    }));
  }

  /**
   * Imports a file and yields one row for each of its records, batch by batch.
   *
   * @throws InputError for a format that there is no importer for
   * @throws NotAllowedError when the caller may not import
   */
  async import(
    source: AsyncIterable<Uint8Array>,
    { format, dryRun = false, credentials }: ImportOptions,
  ): Promise<AsyncIterable<ImportRow[]>> {
    await this.options.access.decide(incidentImportPermission, credentials);
    const importer = this.options.importers.find(({ id }) => id === format);
    if (!importer) {
      const ids = this.options.importers.map(({ id }) => id).join(', ');
      throw new InputError(
        `Query parameter format ${format} is none that can be imported: write one of ${ids}`,
      );
    }
    const by = this.options.nameOf(credentials);
    return this.run(importer.read(source), dryRun, by);
  }

  private async *run(
    records: AsyncIterable<ImportedRecord>,
    dryRun: boolean,
    by: string,
  ): AsyncIterable<ImportRow[]> {
    // A dry run writes nothing, so it has to remember what it would have written.
    const planned = dryRun ? new Map<string, string>() : undefined;
    // What an earlier version said, waiting for a later one of the same file.
    const earlier = new Map<string, ImportCandidate>();
    let candidates = new Map<string, ImportCandidate>();
    let rows: ImportRow[] = [];
    const flush = async () => {
      const result = await this.batches.write([...candidates.values()], {
        by,
        planned,
      });
      result.earlier.forEach(candidate =>
        earlier.set(candidate.key, candidate),
      );
      const batch = [...rows, ...result.rows].sort((a, b) => a.line - b.line);
      candidates = new Map();
      rows = [];
      return batch;
    };
    for await (const record of records) {
      const candidate = readCandidate(record);
      if ('outcome' in candidate) {
        rows.push(candidate);
      } else {
        // The same source again is a later version: it has to find the earlier one in the database.
        if (candidates.has(candidate.key)) {
          yield await flush();
        }
        const overtaken = earlier.get(candidate.key);
        if (overtaken) {
          rows.push(unchangedRow(overtaken));
          earlier.delete(candidate.key);
        }
        candidates.set(candidate.key, candidate);
      }
      if (candidates.size + rows.length >= BATCH_SIZE) {
        yield await flush();
      }
    }
    yield await flush();
    // No later version came: the source has gone back to what it said before.
    const last = await this.batches.write([...earlier.values()], {
      by,
      planned,
      goBack: true,
    });
    yield last.rows;
  }
}

function unchangedRow({ line, problems }: ImportCandidate): ImportRow {
  return { line, outcome: 'unchanged', problems };
}

/** Checks a record against the schema: what can be written, or why it is rejected. */
function readCandidate(record: ImportedRecord): ImportCandidate | ImportRow {
  const { line, problems = [] } = record;
  if (record.incident === undefined) {
    return { line, outcome: 'rejected', problems };
  }
  const parsed = incidentInputSchema.safeParse(record.incident);
  if (!parsed.success) {
    return {
      line,
      outcome: 'rejected',
      problems: [...problems, ...problemsOf(parsed.error)],
    };
  }
  return ImportBatch.candidate(line, parsed.data as IncidentContent, problems);
}
