import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Endpoint } from '../http/endpoint';

type Value = string | number | boolean;
type Query = Record<string, Value | Value[] | undefined>;

/** What one call of an endpoint carries. */
export interface EndpointCall {
  path?: Record<string, string>;
  query?: Query;
  body?: unknown;
  stream?: { data: BodyInit; type: string; encoding?: 'gzip' };
  revision?: number;
  signal?: AbortSignal;
}

/** Where and by what the backend is reached. @public */
export interface IncidentLearningClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Calls endpoints of the contract over HTTP. */
export class EndpointCaller {
  constructor(private readonly options: IncidentLearningClientOptions) {}

  /** @throws ResponseError for every answer that is no success */
  protected async call<R extends z.ZodType>(
    endpoint: Endpoint<z.ZodType, z.ZodType, R>,
    call: EndpointCall = {},
  ): Promise<z.output<R>> {
    const response = await this.fetch(endpoint, call);
    return response.status === 204
      ? (undefined as z.output<R>)
      : ((await response.json()) as z.output<R>);
  }

  /** The answer as it is, of an endpoint that can answer in other formats than JSON. */
  protected async callForText(
    endpoint: Endpoint,
    call: EndpointCall,
  ): Promise<string> {
    const response = await this.fetch(endpoint, call);
    return response.text();
  }

  private async fetch(endpoint: Endpoint, call: EndpointCall) {
    const { discoveryApi, fetchApi } = this.options;
    const baseUrl = await discoveryApi.getBaseUrl('incident-learning');
    const path = endpoint.path.replace(/:(\w+)/g, (_, name) =>
      encodeURIComponent(call.path?.[name] ?? ''),
    );
    const response = await fetchApi.fetch(
      `${baseUrl}${path}${queryString(call.query ?? {})}`,
      {
        method: endpoint.method.toUpperCase(),
        headers: headersOf(call),
        body: call.stream?.data ?? jsonOf(call.body),
        signal: call.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function jsonOf(body: unknown): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function headersOf({ stream, body, revision }: EndpointCall) {
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
