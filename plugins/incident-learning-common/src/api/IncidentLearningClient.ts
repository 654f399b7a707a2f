import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Endpoint } from '../http/endpoint';
import {
  Incident,
  IncidentChange,
  IncidentFacets,
  IncidentFilter,
  IncidentInput,
  IncidentPatch,
  IncidentQuery,
  ImportFormat,
  ImportReport,
  RepeatVerdict,
  SimilarIncident,
  incidentEndpoints,
} from '../incidents';
import {
  MetricPoint,
  Metrics,
  MetricsQuery,
  metricsEndpoints,
} from '../metrics';
import type { IncidentLearningApi, Page } from './IncidentLearningApi';

type Value = string | number | boolean;
type Query = Record<string, Value | Value[] | undefined>;

interface Request {
  path?: Record<string, string>;
  query?: Query;
  body?: unknown;
  stream?: { data: BodyInit; type: string; encoding?: 'gzip' };
  revision?: number;
  signal?: AbortSignal;
}

/**
 * Client of the plugin's API, for browsers and backends.
 *
 * @public
 */
export class IncidentLearningClient implements IncidentLearningApi {
  private readonly discoveryApi: {
    getBaseUrl(pluginId: string): Promise<string>;
  };
  private readonly fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
  }

  listIncidents(
    query: Partial<IncidentQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Page<Incident>> {
    return this.call(incidentEndpoints.list, { query, ...options });
  }

  getIncident(id: string): Promise<Incident> {
    return this.call(incidentEndpoints.get, { path: { id } });
  }

  createIncident(incident: IncidentInput): Promise<Incident> {
    return this.call(incidentEndpoints.create, { body: incident });
  }

  updateIncident(
    id: string,
    revision: number,
    patch: IncidentPatch,
  ): Promise<Incident> {
    return this.call(incidentEndpoints.update, {
      path: { id },
      revision,
      body: patch,
    });
  }

  async deleteIncident(id: string, revision: number): Promise<void> {
    await this.call(incidentEndpoints.delete, { path: { id }, revision });
  }

  async getIncidentHistory(id: string): Promise<IncidentChange[]> {
    const page = await this.call(incidentEndpoints.history, { path: { id } });
    return page.items;
  }

  async listSimilarIncidents(id: string): Promise<SimilarIncident[]> {
    const page = await this.call(incidentEndpoints.similar, { path: { id } });
    return page.items;
  }

  judgeRepeat(id: string, verdict: RepeatVerdict): Promise<Incident> {
    return this.call(incidentEndpoints.judgeRepeat, {
      path: { id },
      body: verdict,
    });
  }

  getIncidentFacets(filter: Partial<IncidentFilter>): Promise<IncidentFacets> {
    return this.call(incidentEndpoints.facets, { query: filter });
  }

  async listImportFormats(): Promise<ImportFormat[]> {
    const page = await this.call(incidentEndpoints.importFormats, {});
    return page.items;
  }

  importIncidents(
    data: Blob | string,
    options: {
      format: string;
      dryRun?: boolean;
      encoding?: 'gzip';
      signal?: AbortSignal;
    },
  ): Promise<ImportReport> {
    const { format, dryRun, encoding, signal } = options;
    return this.call(incidentEndpoints.import, {
      query: { format, dryRun },
      stream: { data, type: 'application/octet-stream', encoding },
      signal,
    });
  }

  getMetrics(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<Metrics> {
    return this.call(metricsEndpoints.get, { query, ...options });
  }

  getMetricPoints(
    query: Partial<MetricsQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<{ items: MetricPoint[]; totalItems: number }> {
    return this.call(metricsEndpoints.points, { query, ...options });
  }

  private async call<R extends z.ZodType>(
    endpoint: Endpoint<z.ZodType, z.ZodType, R>,
    request: Request,
  ): Promise<z.output<R>> {
    const baseUrl = await this.discoveryApi.getBaseUrl('incident-learning');
    const path = endpoint.path.replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent(request.path?.[name] ?? ''),
    );
    const response = await this.fetchApi.fetch(
      `${baseUrl}${path}${queryString(request.query ?? {})}`,
      {
        method: endpoint.method.toUpperCase(),
        headers: headersOf(request),
        body: request.stream?.data ?? jsonOf(request.body),
        signal: request.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204
      ? (undefined as z.output<R>)
      : ((await response.json()) as z.output<R>);
  }
}

function jsonOf(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function headersOf({ stream, body, revision }: Request) {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(stream ? { 'content-type': stream.type } : {}),
    ...(stream?.encoding ? { 'content-encoding': stream.encoding } : {}),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
}

function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        params.append(name, String(item));
      }
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}
