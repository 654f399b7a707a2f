import {
  ImportedRecord,
  IncidentImporter,
  readJson,
} from '@hindsight/backstage-plugin-incident-learning-node';
import { VerisEntities, VerisEntityOptions } from './verisEntities';
import { toIncident } from './verisIncident';

/** Reads security incidents in the vocabulary of VERIS 1.3, from NDJSON or a JSON array. */
export class VerisIncidentImporter implements IncidentImporter {
  readonly id = 'veris';
  readonly title =
    'VERIS (Vocabulary for Event Recording and Incident Sharing)';
  readonly extensions = ['.ndjson', '.jsonl', '.json'];
  private readonly entities: VerisEntities;

  /** @throws InputError for an entity ref that is none */
  constructor(options: VerisEntityOptions = {}) {
    this.entities = new VerisEntities(options);
  }

  async *read(
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<ImportedRecord> {
    for await (const record of readJson(source)) {
      const { line } = record;
      yield 'value' in record
        ? { line, ...toIncident(record.value, this.entities) }
        : { line, problems: [record.problem] };
    }
  }
}
