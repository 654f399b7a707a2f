import { createReadStream } from 'fs';
import { createGunzip } from 'zlib';
import { pipeline } from 'stream';
import type {
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type {
  ImportReport,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { seedDemo, seedLessons, seedReviews, seedRisk } from './demo';
import {
  EntityAliases,
  IncidentDrafts,
  IncidentImportService,
  IncidentStore,
  applyAliases,
  count,
  emptyCounts,
} from './incidents';
import type { Risk, RiskScoring } from './risk';
import type { Stores } from './stores';

export interface StartUpOptions {
  auth: AuthService;
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  store: IncidentStore;
  stores: Stores;
  drafts: IncidentDrafts;
  imports: IncidentImportService;
  aliases: EntityAliases;
  scoring: RiskScoring;
  risk: Risk;
}

/** What the plugin does by itself once it has started; with several replicas each step is harmless to repeat. */
export function scheduleStartUp(options: StartUpOptions): void {
  const { config, lifecycle, logger, store } = options;
  lifecycle.addStartupHook(async () => {
    const renamed = await applyAliases(options);
    if (renamed > 0) {
      logger.info(`Moved ${renamed} incidents to the name of an entity alias`);
    }
    if (config.getOptionalBoolean('incidentLearning.demo.enabled')) {
      const now = new Date();
      await seedDemo({
        isEmpty: () => store.isEmpty(),
        importIncidents: records => importRecords(options, records),
        addReviews: records => addReviews(options, records, now),
        now,
        logger,
      });
    }
    // A large file must not keep the backend from being ready.
    importFiles(options).catch(error =>
      logger.error('Could not import the configured files', error),
    );
  });
}

async function importRecords(
  options: StartUpOptions,
  records: object[],
): Promise<ImportReport> {
  async function* lines() {
    yield Buffer.from(
      records.map(record => JSON.stringify(record)).join('\n'),
      'utf8',
    );
  }
  return runImport(options, lines(), 'incident');
}

/** Adds the demo company's reviews of incidents that were imported, its decisions and what-ifs; tells how many reviews. */
async function addReviews(
  { auth, store, stores, scoring, risk }: StartUpOptions,
  records: IncidentInput[],
  now: Date,
): Promise<number> {
  const keys = records.flatMap(({ source }) => source ?? []);
  const known = await store.findBySources(keys);
  const incidents = await stores.reviews.findIncidents(
    known.map(({ incident }) => incident.id),
    { kind: 'all' },
  );
  const added = await seedReviews({ stores, incidents, now });
  await seedLessons({ stores, now });
  await scoring.refresh();
  const credentials = await auth.getOwnServiceCredentials();
  await seedRisk({
    stores: risk.stores,
    incidents,
    figuresOf: scenarios =>
      risk.risk.figuresOf({ ...scenarios, filter: {} }, { credentials }),
    now,
  });
  return added;
}

async function importFiles(options: StartUpOptions): Promise<void> {
  const { config, logger, imports } = options;
  const files =
    config.getOptionalConfigArray('incidentLearning.import.files') ?? [];
  for (const file of files) {
    const path = file.getString('path');
    const format =
      file.getOptionalString('format') ?? formatOf(path, imports.formats);
    const report = await runImport(options, readFile(path), format);
    logger.info(
      `Imported ${path}: ${report.created} created, ${report.updated} updated, ${report.unchanged} unchanged, ${report.rejected} rejected, ${report.warnings} with warnings`,
    );
    for (const { line, problems } of report.rows.slice(0, 20)) {
      logger.warn(
        `${path}, line ${line}: ${problems
          .map(({ path: field, message }) => `${field} ${message}`.trim())
          .join('; ')}`,
      );
    }
  }
}

function readFile(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  return path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
}

function formatOf(
  path: string,
  formats: IncidentImportService['formats'],
): string {
  const name = path.replace(/\.gz$/, '');
  return (
    formats.find(({ extensions }) => extensions.some(e => name.endsWith(e)))
      ?.id ?? 'incident'
  );
}

/** The report of an import, its rows cut down to those that were rejected. */
async function runImport(
  { auth, imports }: StartUpOptions,
  source: AsyncIterable<Uint8Array>,
  format: string,
): Promise<ImportReport> {
  const credentials = await auth.getOwnServiceCredentials();
  const counts = emptyCounts();
  const rejected: ImportReport['rows'] = [];
  for await (const rows of await imports.import(source, {
    format,
    credentials,
  })) {
    count(counts, rows);
    rejected.push(...rows.filter(row => row.outcome === 'rejected'));
  }
  return { ...counts, rows: rejected.slice(0, 100) };
}
