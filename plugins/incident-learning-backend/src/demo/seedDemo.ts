import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ImportReport,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { generateDemoIncidents } from './generateDemoIncidents';

/**
 * Fills an empty database with the demo company's incidents; leaves one that has incidents alone. Runs that overlap
 * do no harm, since the records carry the key by which an import is idempotent.
 */
export async function seedDemo(options: {
  isEmpty: () => Promise<boolean>;
  importIncidents: (records: IncidentInput[]) => Promise<ImportReport>;
  now: Date;
  logger: LoggerService;
}): Promise<void> {
  const { isEmpty, importIncidents, now, logger } = options;
  if (!(await isEmpty())) {
    logger.info('Left out the demo data: there are incidents already');
    return;
  }
  const report = await importIncidents(generateDemoIncidents({ now }));
  const { created, updated, unchanged, rejected } = report;
  const line = `Filled the empty database with demo data: ${created} incidents created, ${
    updated + unchanged
  } there already, ${rejected} rejected`;
  if (rejected > 0) {
    logger.warn(line);
  } else {
    logger.info(line);
  }
}
