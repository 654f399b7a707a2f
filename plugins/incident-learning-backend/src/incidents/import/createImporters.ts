import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { IncidentImporter } from '@hindsight/backstage-plugin-incident-learning-node';

/** The importers that come with the plugin. */
export function createImporters(
  _config: RootConfigService,
): IncidentImporter[] {
  return [];
}
