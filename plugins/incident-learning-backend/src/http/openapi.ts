import {
  Endpoint,
  actionEndpoints,
  analysisEndpoints,
  bulletinEndpoints,
  incidentEndpoints,
  lessonEndpoints,
  metricsEndpoints,
  patternEndpoints,
  reviewEndpoints,
  riskEndpoints,
  trendReportEndpoints,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { z } from 'zod';

interface JsonSchema {
  [keyword: string]: unknown;
  properties?: Record<string, JsonSchema>;
  $defs?: Record<string, JsonSchema>;
}

const ERRORS = {
  400: 'A parameter or header is wrong',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Unknown, or not to be known',
} as const;

/** Every endpoint of the API. */
export const endpoints: Endpoint[] = [
  ...Object.values(incidentEndpoints),
  ...Object.values(reviewEndpoints),
  ...Object.values(analysisEndpoints),
  ...Object.values(lessonEndpoints),
  ...Object.values(actionEndpoints),
  ...Object.values(metricsEndpoints),
  ...Object.values(riskEndpoints),
  ...Object.values(patternEndpoints),
  ...Object.values(trendReportEndpoints),
  ...Object.values(bulletinEndpoints),
];

const errorSchema = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        problems: {
          type: 'array',
          description: 'Of 422: what is wrong with which field',
          items: {
            type: 'object',
            required: ['path', 'message'],
            properties: {
              path: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
        current: { description: 'Of 412: the version that stands now' },
      },
    },
    response: {
      type: 'object',
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the version that the change is based on',
  schema: { type: 'string' },
};

/** The OpenAPI 3.1 document of the API, made from its endpoints. */
export function createOpenApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Incident learning',
      version: '1',
      description:
        'Incidents and what was learned from them, keyed to catalog entities.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/incident-learning' }],
    paths,
    components: {
      schemas: { Error: errorSchema, ...namedSchemas() },
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ backstage: [] }],
  };
}

function operationOf(endpoint: Endpoint): object {
  const errors: Record<number, string> = { ...ERRORS };
  if (endpoint.conditional) {
    errors[412] = 'Somebody else was faster';
  }
  if (endpoint.body) {
    errors[422] = 'Well-formed but wrong';
  }
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    ...(endpoint.signed ? { security: [] } : {}),
    parameters: [
      ...pathParameters(endpoint),
      ...queryParameters(endpoint),
      ...(endpoint.conditional ? [ifMatch] : []),
    ],
    ...requestBody(endpoint),
    responses: {
      [endpoint.status ?? 200]: success(endpoint),
      ...Object.fromEntries(
        Object.entries(errors).map(([status, description]) => [
          status,
          {
            description,
            content: json({ $ref: '#/components/schemas/Error' }),
          },
        ]),
      ),
    },
  };
}

function pathParameters({ path }: Endpoint): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Endpoint): object[] {
  if (!query) {
    return [];
  }
  const { properties = {} } = schemaOf(query, 'output');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }));
}

function requestBody({ body, bodyTypes = [] }: Endpoint): object {
  const content = body
    ? json(schemaOf(body, 'input'))
    : Object.fromEntries(bodyTypes.map(type => [type, {}]));
  return Object.keys(content).length > 0
    ? { requestBody: { required: true, content } }
    : {};
}

function success({ response, responseTypes = [], status }: Endpoint): object {
  const content = {
    ...(response ? json(schemaOf(response, 'output')) : {}),
    ...Object.fromEntries(
      responseTypes.map(type => [type, { schema: { type: 'string' } }]),
    ),
  };
  return {
    description: status === 201 ? 'Created' : 'Done',
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

function json(schema: object) {
  return { 'application/json': { schema } };
}

/** A schema as OpenAPI takes it; what has a name of its own becomes a reference to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, $defs, ...rest } = toJson(schema, io);
  return rest;
}

function toJson(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const text = JSON.stringify(
    z.toJSONSchema(schema, { io, unrepresentable: 'any' }),
  );
  return JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/'));
}

/** Every schema with a name, from all the places where one is used. */
function namedSchemas(): Record<string, JsonSchema> {
  const named: Record<string, JsonSchema> = {};
  for (const { body, response } of endpoints) {
    for (const [schema, io] of [
      [body, 'input'],
      [response, 'output'],
    ] as const) {
      for (const [name, def] of Object.entries(
        schema ? toJson(schema, io).$defs ?? {} : {},
      )) {
        const { id: _, ...rest } = def;
        named[name] = rest;
      }
    }
  }
  return named;
}
