import { createBackendModule } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  incidentImportExtensionPoint,
  readLines,
} from '@hindsight/backstage-plugin-incident-learning-node';
import request from 'supertest';
import plugin from '../../index';

jest.setTimeout(60_000);

const BASE = '/api/incident-learning/incidents';

/** A format of one title a line. */
const titles = createBackendModule({
  pluginId: 'incident-learning',
  moduleId: 'titles',
  register(env) {
    env.registerInit({
      deps: { imports: incidentImportExtensionPoint },
      async init({ imports }) {
        imports.addImporter({
          id: 'titles',
          title: 'A title a line',
          extensions: ['.titles'],
          async *read(source) {
            for await (const line of readLines(source)) {
              if ('text' in line) {
                yield { line: line.line, incident: { title: line.text } };
              }
            }
          },
        });
      },
    });
  },
});

describe('a module', () => {
  it('adds a format that can be listed and imported', async () => {
    const { server } = await startTestBackend({
      features: [plugin, titles, catalogServiceMock.factory({ entities: [] })],
    });
    const formats = await request(server).get(`${BASE}/import/formats`);
    expect(formats.body.items.map((f: { id: string }) => f.id)).toEqual([
      'incident',
      'csv',
      'veris',
      'titles',
    ]);
    const report = await request(server)
      .post(`${BASE}/import?format=titles`)
      .set('content-type', 'text/plain')
      .send('Disk full\nDisk full again\n');
    expect(report.body).toMatchObject({ created: 2, rejected: 0 });
    const unknown = await request(server).post(`${BASE}/import?format=xml`);
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain(
      'write one of incident, csv, veris, titles',
    );
  });
});
