import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ImportReport,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { generateDemoIncidents } from './generateDemoIncidents';

/**
 * Fills an empty database with the demo company's incidents and reviews; leaves one that has incidents alone. Runs
 * that overlap do no harm, since the incidents carry the key by which an import is idempotent, and the reviews the same
 * ids each time.
 */
export async function seedDemo(options: {
  isEmpty: () => Promise<boolean>;
  importIncidents: (records: IncidentInput[]) => Promise<ImportReport>;
  /** Adds the reviews of incidents that are stored by now, and tells how many. */
  addReviews: (records: IncidentInput[]) => Promise<number>;
  now: Date;
  logger: LoggerService;
}): Promise<void> {
  const { isEmpty, importIncidents, addReviews, now, logger } = options;
  if (!(await isEmpty())) {
    logger.info('Left out the demo data: there are incidents already');
    return;
  }
  const records = generateDemoIncidents({ now });
  const report = await importIncidents(records);
  const reviews = await addReviews(records);
  const { created, updated, unchanged, rejected } = report;
  const line = `Filled the empty database with demo data: ${created} incidents created, ${
    updated + unchanged
  } there already, ${rejected} rejected; ${reviews} reviews added`;
  if (rejected > 0) {
    logger.warn(line);
  } else {
    logger.info(line);
  }
}
