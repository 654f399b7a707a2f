import {
  IncidentContent,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { VerisIncidentImporter } from '../veris';
import { readAll } from './files';

interface MappedRecord {
  incident?: IncidentContent;
  warnings: string[];
}

/** What becomes of one VERIS record, after the schema. */
export async function mapVeris(
  record: object,
  importer = new VerisIncidentImporter(),
): Promise<MappedRecord> {
  const [read] = await readAll(importer, JSON.stringify(record));
  return {
    incident: read.incident
      ? (incidentInputSchema.parse(read.incident) as IncidentContent)
      : undefined,
    warnings: (read.problems ?? []).map(
      ({ path, message }) => `${path} ${message}`,
    ),
  };
}
