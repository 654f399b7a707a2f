import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { IncidentImporter } from './IncidentImporter';

/** @public */
export interface IncidentImportExtensionPoint {
  /** @throws ConflictError when there is an importer with this id already */
  addImporter(importer: IncidentImporter): void;
}

/**
 * Adds file formats to the import of incidents.
 *
 * @public
 */
export const incidentImportExtensionPoint =
  createExtensionPoint<IncidentImportExtensionPoint>({
    id: 'incident-learning.incident-import',
  });
