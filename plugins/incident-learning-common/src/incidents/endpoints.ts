import { z } from 'zod';
import { defineEndpoint } from '../http/endpoint';
import { pageSchema } from '../http/query';
import { importQuerySchema, importReportSchema } from './import';
import { incidentFilterSchema, incidentQuerySchema } from './query';
import {
  incidentChangeSchema,
  incidentInputSchema,
  incidentPatchSchema,
  incidentSchema,
  repeatVerdictSchema,
} from './schema';
import { similarIncidentSchema } from './similar';

const tag = 'incidents';

/** Values that occur among the incidents a caller may see, for filters and forms. @public */
export const incidentFacetsSchema = z.object({
  category: z.array(z.string()),
  attackVector: z.array(z.string()),
  tag: z.array(z.string()),
  source: z.array(z.string()),
});

/** @public */
export type IncidentFacets = z.output<typeof incidentFacetsSchema>;

/** A format that can be imported. @public */
export const importFormatSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** File endings by which it is recognized, such as `.csv`. */
  extensions: z.array(z.string()),
});

/** @public */
export type ImportFormat = z.output<typeof importFormatSchema>;

/** @public */
export const incidentEndpoints = {
  list: defineEndpoint({
    id: 'listIncidents',
    method: 'get',
    path: '/incidents',
    summary: 'Incidents by filter, sorted, page by page',
    tag,
    query: incidentQuerySchema,
    response: pageSchema(incidentSchema),
  }),
  create: defineEndpoint({
    id: 'createIncident',
    method: 'post',
    path: '/incidents',
    summary: 'Record an incident',
    tag,
    body: incidentInputSchema,
    response: incidentSchema,
    status: 201,
  }),
  facets: defineEndpoint({
    id: 'getIncidentFacets',
    method: 'get',
    path: '/incidents/facets',
    summary: 'The most frequent values to filter by, within a filter',
    tag,
    query: incidentFilterSchema,
    response: incidentFacetsSchema,
  }),
  importFormats: defineEndpoint({
    id: 'listImportFormats',
    method: 'get',
    path: '/incidents/import/formats',
    summary: 'The formats that can be imported',
    tag,
    response: z.object({ items: z.array(importFormatSchema) }),
  }),
  catalogFile: defineEndpoint({
    id: 'getCatalogFile',
    method: 'get',
    path: '/incidents/catalog-file',
    summary:
      'A catalog file with the components that incidents name and the catalog does not know',
    tag,
    responseTypes: ['application/yaml'],
  }),
  import: defineEndpoint({
    id: 'importIncidents',
    method: 'post',
    path: '/incidents/import',
    summary:
      'Import a file; idempotent by source, one outcome per record; gzip is told by Content-Encoding',
    tag,
    query: importQuerySchema,
    bodyTypes: [
      'application/x-ndjson',
      'application/json',
      'text/csv',
      'application/octet-stream',
    ],
    response: importReportSchema,
  }),
  get: defineEndpoint({
    id: 'getIncident',
    method: 'get',
    path: '/incidents/:id',
    summary: 'One incident',
    tag,
    response: incidentSchema,
  }),
  update: defineEndpoint({
    id: 'updateIncident',
    method: 'patch',
    path: '/incidents/:id',
    summary: 'Change an incident by a JSON merge patch',
    tag,
    body: incidentPatchSchema,
    response: incidentSchema,
    conditional: true,
  }),
  delete: defineEndpoint({
    id: 'deleteIncident',
    method: 'delete',
    path: '/incidents/:id',
    summary: 'Delete an incident; its history is kept',
    tag,
    status: 204,
    conditional: true,
  }),
  history: defineEndpoint({
    id: 'getIncidentHistory',
    method: 'get',
    path: '/incidents/:id/history',
    summary: 'Who changed what when, the latest first',
    tag,
    response: z.object({ items: z.array(incidentChangeSchema) }),
  }),
  similar: defineEndpoint({
    id: 'listSimilarIncidents',
    method: 'get',
    path: '/incidents/:id/similar',
    summary:
      'Incidents like it, with what they have in common; the most alike first',
    tag,
    response: z.object({ items: z.array(similarIncidentSchema) }),
  }),
  judgeRepeat: defineEndpoint({
    id: 'judgeRepeat',
    method: 'post',
    path: '/incidents/:id/repeat',
    summary: 'Confirm or reject that an incident repeats an earlier one',
    tag,
    body: repeatVerdictSchema,
    response: incidentSchema,
  }),
};
