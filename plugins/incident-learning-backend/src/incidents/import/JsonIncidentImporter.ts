import {
  ImportedRecord,
  IncidentImporter,
  readJson,
} from '@hindsight/backstage-plugin-incident-learning-node';

/** Reads incidents in the shape of the API, from NDJSON or a JSON array. */
export class JsonIncidentImporter implements IncidentImporter {
  readonly id = 'incident';
  readonly title = 'JSON (incidents as the API takes them)';
  readonly extensions = ['.ndjson', '.jsonl', '.json'];

  async *read(
    source: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<ImportedRecord> {
    for await (const record of readJson(source)) {
      yield 'value' in record
        ? { line: record.line, incident: record.value }
        : { line: record.line, problems: [record.problem] };
    }
  }
}
