import { readJson } from '@hindsight/backstage-plugin-incident-learning-node';
import type { CatalogEntry } from '../catalogFile';
import { verisEntityRef, victimIdOf } from './verisEntities';

/**
 * The components that stand for the victims of a VERIS file, each once, with the victim's name as its title. Of a
 * record that comes again the last version counts, as in an import.
 *
 * @public
 */
export async function readVerisCatalog(
  source: AsyncIterable<Uint8Array>,
): Promise<CatalogEntry[]> {
  const victims = new Map<unknown, string | undefined>();
  for await (const record of readJson(source)) {
    if ('value' in record) {
      victims.set(record.value.incident_id, victimIdOf(record.value));
    }
  }
  const entries = new Map<string, CatalogEntry>();
  for (const title of victims.values()) {
    const entityRef = title && verisEntityRef(title);
    if (entityRef && !entries.has(entityRef)) {
      entries.set(entityRef, { entityRef, title });
    }
  }
  return [...entries.values()];
}
