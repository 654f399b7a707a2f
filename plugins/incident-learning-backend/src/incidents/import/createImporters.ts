import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { IncidentImporter } from '@hindsight/backstage-plugin-incident-learning-node';
import { CsvIncidentImporter } from './csv';
import { JsonIncidentImporter } from './JsonIncidentImporter';
import { VerisIncidentImporter } from './veris';

/** The importers that come with the plugin. */
export function createImporters(config: RootConfigService): IncidentImporter[] {
  const veris = 'incidentLearning.import.veris';
  return [
    new JsonIncidentImporter(),
    new CsvIncidentImporter(),
    new VerisIncidentImporter({
      entityRefForVictim: config.getOptional(`${veris}.victims`),
      entityRefForAsset: config.getOptional(`${veris}.assets`),
    }),
  ];
}
