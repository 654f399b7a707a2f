import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { Endpoint } from '@hindsight/backstage-plugin-incident-learning-common';
import express from 'express';
import type { z } from 'zod';
import { isDatabaseError } from '../database';
import { UnprocessableError, problemsOf, sentenceOf } from './errors';

export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** A request whose query and body have passed the endpoint's schemas. */
export interface EndpointRequest<Query, Body> {
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** The revision in `If-Match`; only of a conditional endpoint. */
  revision: number;
  credentials: CallerCredentials;
  req: express.Request;
  res: express.Response;
}

type Handler<Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = (
  request: EndpointRequest<z.output<Q>, z.output<B>>,
) => Promise<z.output<R> | void>;

const jsonBody = express.json({ limit: '5mb' });

/** Mounts endpoints of the contract on a router: checks the request, asks who calls, answers in JSON. */
export class EndpointRouter {
  constructor(
    readonly router: express.Router,
    private readonly httpAuth: HttpAuthService,
    private readonly logger: LoggerService,
  ) {}

  /** A handler that has answered by itself, such as a stream, returns nothing. */
  mount<Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    endpoint: Endpoint<Q, B, R>,
    handler: Handler<Q, B, R>,
  ): void {
    const middlewares = endpoint.body ? [jsonBody] : [];
    this.router[endpoint.method](
      endpoint.path,
      ...middlewares,
      async (req, res) => {
        const credentials = await this.httpAuth.credentials(req, {
          allow: ['user', 'service'],
        });
        const request = {
          params: req.params,
          query: parseQuery(endpoint, req.query),
          body: parseBody(endpoint, req.body),
          revision: endpoint.conditional ? revisionOf(req) : 0,
          credentials,
          req,
          res,
        };
        const result = await handler(request).catch(error => {
          throw this.presentable(error);
        });
        answer(res, endpoint.status ?? 200, result);
      },
    );
  }

  /** What the database says of itself helps an administrator, and is none of a caller's business. */
  private presentable(error: unknown): unknown {
    if (!isDatabaseError(error)) {
      return error;
    }
    this.logger.error('The database refused a request', error as Error);
    return new ServiceUnavailableError(
      'The database could not do this: try again in a moment. The log of the backend says why.',
    );
  }
}

function answer(res: express.Response, status: number, result: unknown): void {
  if (res.headersSent) {
    return;
  }
  if (status === 204) {
    res.status(204).end();
    return;
  }
  const revision = (result as { revision?: unknown } | undefined)?.revision;
  if (typeof revision === 'number') {
    res.setHeader('ETag', `"${revision}"`);
  }
  res.status(status).json(result);
}

function parseQuery<Q extends z.ZodType>(
  endpoint: Endpoint<Q>,
  query: unknown,
): z.output<Q> {
  const parsed = endpoint.query?.safeParse(query);
  if (parsed && !parsed.success) {
    throw new InputError(
      problemsOf(parsed.error)
        .map(problem => `Query parameter ${sentenceOf(problem)}`)
        .join('; '),
    );
  }
  return parsed?.data as z.output<Q>;
}

function parseBody<B extends z.ZodType>(
  endpoint: Endpoint<z.ZodType, B>,
  body: unknown,
): z.output<B> {
  const parsed = endpoint.body?.safeParse(body);
  if (parsed && !parsed.success) {
    throw new UnprocessableError(problemsOf(parsed.error));
  }
  return parsed?.data as z.output<B>;
}

function revisionOf(req: express.Request): number {
  const header = req.get('if-match');
  const revision = /^(?:W\/)?"(\d+)"$/.exec(header?.trim() ?? '')?.[1];
  if (!revision) {
    throw new InputError(
      header
        ? `If-Match ${header} is no revision: send the ETag that you read, such as "3"`
        : 'If-Match is missing: send the ETag of the version that you read, so that nobody else is overwritten',
    );
  }
  return Number(revision);
}
