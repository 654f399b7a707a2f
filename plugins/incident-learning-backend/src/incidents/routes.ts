import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import { createGunzip } from 'zlib';
import type { Request } from 'express';
import { InputError } from '@backstage/errors';
import { incidentEndpoints as endpoints } from '@hindsight/backstage-plugin-incident-learning-common';
import type { EndpointRouter } from '../http';
import type { IncidentService } from './IncidentService';
import type { UnknownEntities } from './UnknownEntities';
import type { IncidentImportService } from './import/IncidentImportService';
import { writeReport } from './import/reportStream';

/** Mounts `/incidents`. */
export function mountIncidents(
  router: EndpointRouter,
  services: {
    incidents: IncidentService;
    imports: IncidentImportService;
    unknownEntities: UnknownEntities;
  },
): void {
  const { incidents, imports, unknownEntities } = services;

  router.mount(endpoints.list, ({ query, credentials }) =>
    incidents.list(query, { credentials }),
  );
  router.mount(endpoints.create, ({ body, credentials }) =>
    incidents.create(body, { credentials }),
  );
  router.mount(endpoints.facets, ({ query, credentials }) =>
    incidents.facets(query, { credentials }),
  );
  router.mount(endpoints.importFormats, async () => ({
    items: imports.formats,
  }));
  router.mount(endpoints.catalogFile, async ({ credentials, res }) => {
    const documents = await unknownEntities.catalogFile(credentials);
    res.type('application/yaml').attachment('catalog-incidents.yaml');
    await pipeline(Readable.from(documents), res);
  });
  router.mount(endpoints.import, async ({ query, credentials, req, res }) => {
    const source = uploadOf(req);
    const batches = await imports.import(source, { ...query, credentials });
    await writeReport(batches, () => res.type('application/json'));
  });
  router.mount(endpoints.get, ({ params, credentials }) =>
    incidents.get(params.id, { credentials }),
  );
  router.mount(endpoints.update, ({ params, revision, body, credentials }) =>
    incidents.update(params.id, revision, body, { credentials }),
  );
  router.mount(endpoints.delete, ({ params, revision, credentials }) =>
    incidents.delete(params.id, revision, { credentials }),
  );
  router.mount(endpoints.history, async ({ params, credentials }) => ({
    items: await incidents.history(params.id, { credentials }),
  }));
  router.mount(endpoints.similar, async ({ params, credentials }) => ({
    items: await incidents.similar(params.id, { credentials }),
  }));
  router.mount(endpoints.judgeRepeat, ({ params, body, credentials }) =>
    incidents.judgeRepeat(params.id, body, { credentials }),
  );
}

function uploadOf(req: Request): AsyncIterable<Uint8Array> {
  const encoding = req.get('content-encoding') ?? 'identity';
  if (encoding === 'identity') {
    return req;
  }
  if (encoding !== 'gzip') {
    throw new InputError(
      `Content-Encoding ${encoding} cannot be read: send gzip or nothing`,
    );
  }
  const gunzip = createGunzip();
  req.on('error', error => gunzip.destroy(error));
  req.on('aborted', () => gunzip.destroy(new Error('the upload was aborted')));
  return req.pipe(gunzip);
}
