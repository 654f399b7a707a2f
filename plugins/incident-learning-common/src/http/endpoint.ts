import type { z } from 'zod';

/**
 * One endpoint of the API: it validates the request in the backend, types the client and is written into the OpenAPI
 * document.
 *
 * @public
 */
export interface Endpoint<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** The name of the operation, such as `listIncidents`. */
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** The path below the plugin's base URL, parameters as in Express: `/incidents/:id`. */
  path: string;
  summary: string;
  tag: string;
  query?: Query;
  /** The JSON body; an endpoint that streams its body names its `bodyTypes` instead. */
  body?: Body;
  /** Media types of a streamed body. */
  bodyTypes?: string[];
  response?: Response;
  /** Media types that it can answer in besides JSON. */
  responseTypes?: string[];
  /** The status of success; 200 unless said. */
  status?: 200 | 201 | 204;
  /** Whether a write must carry the revision it is based on in `If-Match`. */
  conditional?: boolean;
  /** Whether a signature takes the place of Backstage's credentials. */
  signed?: boolean;
}

/** @public */
export type QueryOf<E> = E extends Endpoint<infer Q, z.ZodType, z.ZodType>
  ? z.output<Q>
  : never;
/** @public */
export type BodyOf<E> = E extends Endpoint<z.ZodType, infer B, z.ZodType>
  ? z.input<B>
  : never;
/** @public */
export type ResponseOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer R>
  ? z.output<R>
  : never;

/** Keeps the types of an endpoint's schemas. @public */
export function defineEndpoint<
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(endpoint: Endpoint<Query, Body, Response>): Endpoint<Query, Body, Response> {
  return endpoint;
}
